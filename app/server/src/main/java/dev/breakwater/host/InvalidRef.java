package dev.breakwater.host;

import dev.breakwater.web.FieldError;
import dev.breakwater.web.ProblemException;
import java.util.List;
import org.springframework.http.HttpStatus;

/** A reference that its platform cannot have. */
public final class InvalidRef extends ProblemException {
    InvalidRef(Platform platform, String ref, String pointer) {
        super(
                HttpStatus.UNPROCESSABLE_CONTENT,
                "invalid_ref",
                "A reference of platform %s must be %s, not '%s'."
                        .formatted(platform.wire(), platform.refRule(), Quoted.brief(ref)),
                List.of(new FieldError(pointer, "must be " + platform.refRule())));
    }
}
