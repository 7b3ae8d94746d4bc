package dev.breakwater.identity;

import dev.breakwater.web.ProblemException;
import org.springframework.http.HttpStatus;

/** A change sent with the session's cookie alone. */
class CsrfTokenRequired extends ProblemException {
    CsrfTokenRequired() {
        super(
                HttpStatus.FORBIDDEN,
                "csrf_token_required",
                "Send the csrfToken of GET /api/v1/session as X-CSRF-TOKEN.");
    }
}
