package dev.breakwater.calendar.ics;

import com.github.mangstadt.vinnie.VObjectProperty;
import java.util.ArrayList;
import java.util.List;
import java.util.Locale;
import org.jspecify.annotations.Nullable;

/** A component of a file: what stands between a BEGIN and its END. */
final class Block {
    final String name;
    final int line;
    final List<VObjectProperty> properties = new ArrayList<>();
    final List<Block> blocks = new ArrayList<>();

    Block(String name, int line) {
        this.name = name.toUpperCase(Locale.ROOT);
        this.line = line;
    }

    List<VObjectProperty> all(String property) {
        return properties.stream()
                .filter(each -> each.getName().equalsIgnoreCase(property))
                .toList();
    }

    @Nullable
    VObjectProperty first(String property) {
        var all = all(property);
        return all.isEmpty() ? null : all.getFirst();
    }

    @Nullable
    String text(String property) {
        var first = first(property);
        return first == null ? null : first.getValue();
    }
}
