package dev.breakwater.identity;

import dev.breakwater.web.ProblemException;
import java.util.UUID;
import org.springframework.http.HttpStatus;

/** No such operator or token. */
class NotFound extends ProblemException {
    private NotFound(String code, String message) {
        super(HttpStatus.NOT_FOUND, code, message);
    }

    static NotFound user(UUID id) {
        return new NotFound("user_not_found", "There is no user " + id + ".");
    }

    static NotFound apiToken(UUID id) {
        return new NotFound("api_token_not_found", "There is no API token " + id + ".");
    }
}
