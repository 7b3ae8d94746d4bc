package dev.breakwater.web;

import java.util.List;
import org.springframework.http.HttpStatus;

/** A change that must say which revision it was made from. */
class RevisionRequired extends ProblemException {
    RevisionRequired() {
        super(
                HttpStatus.PRECONDITION_REQUIRED,
                "revision_required",
                "Send If-Match with the ETag of the revision you changed.",
                List.of(new FieldError("If-Match", "is required here")));
    }
}
