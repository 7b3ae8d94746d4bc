package dev.breakwater.web;

import org.jspecify.annotations.Nullable;

/** How many items a page may hold. */
public record Limit(int value) {
    public static final int DEFAULT = 100;
    public static final int MAX = 1000;

    public Limit {
        if (value < 1 || value > MAX) {
            throw new InvalidField("limit", "must be between 1 and " + MAX);
        }
    }

    public static Limit of(@Nullable Integer requested) {
        return new Limit(requested == null ? DEFAULT : requested);
    }

    /** What a query asks for to learn whether another page follows; {@link Page#of} takes the extra row off again. */
    public int plusOne() {
        return value + 1;
    }
}
