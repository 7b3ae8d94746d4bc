package dev.breakwater.web;

import java.util.List;
import org.springframework.http.HttpStatus;

/** A cursor that this list did not hand out. */
class InvalidCursor extends ProblemException {
    InvalidCursor() {
        super(
                HttpStatus.BAD_REQUEST,
                "invalid_cursor",
                "The cursor is not one that this list returned as \"next\".",
                List.of(new FieldError("cursor", "must be the \"next\" of a page of this same list")));
    }
}
