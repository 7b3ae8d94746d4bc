package dev.breakwater.web;

import java.util.ArrayList;
import java.util.List;
import java.util.regex.Pattern;
import org.jspecify.annotations.Nullable;

/** Gathers every rule a request breaks, so that its sender learns all of them at once. Not for several threads. */
public final class Violations {
    private static final Pattern CONTROL = Pattern.compile("[\\p{Cntrl}&&[^\\n\\t]]");
    private static final int MOST = 50;
    private final List<FieldError> found = new ArrayList<>();

    public Violations check(boolean holds, String pointer, String rule) {
        if (!holds && found.size() < MOST) {
            found.add(new FieldError(pointer, rule));
        }
        return this;
    }

    /** Text a person wrote: present, not blank, not too long, without control characters. */
    public Violations text(@Nullable String text, int longest, String pointer) {
        check(text != null && !text.isBlank(), pointer, "is required");
        return optionalText(text, longest, pointer);
    }

    public Violations optionalText(@Nullable String text, int longest, String pointer) {
        check(text == null || text.length() <= longest, pointer, "must have at most " + longest + " characters");
        return check(text == null || !CONTROL.matcher(text).find(), pointer, "must not contain control characters");
    }

    public void raise() {
        if (!found.isEmpty()) {
            throw new InvalidField(found);
        }
    }
}
