package dev.breakwater.host;

import dev.breakwater.web.FieldError;
import dev.breakwater.web.ProblemException;
import java.util.List;
import org.springframework.http.HttpStatus;

/** Text that is no selector, and where it stops being one. */
public final class InvalidSelector extends ProblemException {
    private final int position;

    InvalidSelector(String pointer, String rule, int position) {
        super(
                HttpStatus.UNPROCESSABLE_CONTENT,
                "invalid_selector",
                "This is not a selector; at character %d: %s.".formatted(position + 1, rule),
                List.of(new FieldError(pointer, "at character %d: %s".formatted(position + 1, rule))));
        this.position = position;
    }

    /** Zero-based offset into the text. */
    public int position() {
        return position;
    }
}
