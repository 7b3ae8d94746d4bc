package dev.breakwater.host;

import dev.breakwater.web.ProblemException;
import java.util.UUID;
import org.springframework.http.HttpStatus;

final class EnrollmentTokenNotFound extends ProblemException {
    EnrollmentTokenNotFound(UUID id) {
        super(
                HttpStatus.NOT_FOUND,
                "enrollment_token_not_found",
                "There is no enrolment token %s, or it was revoked.".formatted(id));
    }
}
