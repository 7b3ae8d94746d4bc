package dev.breakwater.rollout;

import dev.breakwater.web.FieldError;
import dev.breakwater.web.ProblemException;
import java.util.List;
import org.springframework.http.HttpStatus;

/** A field of the contract whose behaviour this release does not have: refused rather than ignored. */
class NotSupported extends ProblemException {
    NotSupported(String pointer) {
        super(
                HttpStatus.UNPROCESSABLE_CONTENT,
                "not_supported",
                pointer + " is not supported yet.",
                List.of(new FieldError(pointer, "is not supported yet; leave it out")));
    }
}
