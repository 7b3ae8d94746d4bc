package dev.breakwater.calendar.ics;

import dev.breakwater.web.FieldError;
import java.util.ArrayList;
import java.util.List;

/** Gathers what in a file cannot be understood. Not for several threads. */
final class Findings {
    private static final int MOST = 50;

    private final List<FieldError> found = new ArrayList<>();

    void check(boolean holds, String rule) {
        check(holds, "/", rule);
    }

    void check(boolean holds, String pointer, String rule) {
        if (!holds && found.size() < MOST) {
            found.add(new FieldError(pointer, rule));
        }
    }

    boolean any() {
        return !found.isEmpty();
    }

    void raise() {
        if (any()) {
            throw new IcsRefused(found);
        }
    }
}
