package dev.breakwater.identity;

import dev.breakwater.web.ProblemException;
import java.time.Duration;
import org.springframework.http.HttpStatus;

/** Somebody guesses passwords. */
class TooManyAttempts extends ProblemException {
    private final Duration wait;

    TooManyAttempts(Duration wait) {
        super(HttpStatus.TOO_MANY_REQUESTS, "too_many_attempts", "Too many failed sign-ins; wait and try again.");
        this.wait = wait;
    }

    @Override
    public Duration retryAfter() {
        return wait;
    }
}
