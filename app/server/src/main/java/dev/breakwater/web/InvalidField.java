package dev.breakwater.web;

import java.util.List;
import org.springframework.http.HttpStatus;

/** A field or parameter that breaks a rule which no type of a module stands for. */
public class InvalidField extends ProblemException {
    public InvalidField(String pointer, String rule) {
        this(List.of(new FieldError(pointer, rule)));
    }

    public InvalidField(List<FieldError> errors) {
        super(
                HttpStatus.UNPROCESSABLE_CONTENT,
                "invalid_field",
                errors.getFirst().pointer() + ": " + errors.getFirst().message(),
                errors);
    }
}
