package dev.breakwater.web;

import java.time.Duration;
import org.springframework.http.HttpStatus;

/** The database did not answer, or gave up on this transaction: nothing was written, the same request may be repeated. */
class DatabaseUnavailable extends ProblemException {
    DatabaseUnavailable(String code, String message) {
        super(HttpStatus.SERVICE_UNAVAILABLE, code, message);
    }

    @Override
    public Duration retryAfter() {
        return Duration.ofSeconds(2);
    }
}
