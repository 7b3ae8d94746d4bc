package dev.breakwater.calendar.ics;

import dev.breakwater.web.FieldError;
import dev.breakwater.web.ProblemException;
import java.util.List;
import org.springframework.http.HttpStatus;

/** A file holds what cannot be understood; nothing of it was taken. */
public final class IcsRefused extends ProblemException {
    public IcsRefused(List<FieldError> errors) {
        super(
                HttpStatus.UNPROCESSABLE_CONTENT,
                "ics_refused",
                "Nothing was imported: " + errors.getFirst().message() + ".",
                errors);
    }
}
