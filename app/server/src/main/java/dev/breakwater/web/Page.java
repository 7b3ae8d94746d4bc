package dev.breakwater.web;

import java.util.List;
import java.util.function.Function;
import org.jspecify.annotations.Nullable;

/** A slice of a list in key order, and the cursor of the next one; null after the last. */
public record Page<T>(List<T> items, @Nullable String next) {
    public Page {
        items = List.copyOf(items);
    }

    /** From up to {@link Limit#plusOne} rows. */
    public static <T> Page<T> of(List<T> rows, Limit limit, Function<T, Cursor> cursor) {
        if (rows.size() <= limit.value()) {
            return new Page<>(rows, null);
        }
        var items = rows.subList(0, limit.value());
        return new Page<>(items, cursor.apply(items.getLast()).toString());
    }

    public <R> Page<R> map(Function<T, R> shape) {
        return new Page<>(items.stream().map(shape).toList(), next);
    }
}
