package dev.breakwater.notify;

import dev.breakwater.web.ProblemException;
import java.time.Duration;
import org.springframework.http.HttpStatus;

/** This replica serves as many event streams as it may. */
class TooManyStreams extends ProblemException {
    TooManyStreams() {
        super(
                HttpStatus.SERVICE_UNAVAILABLE,
                "too_many_streams",
                "At most " + EventStream.MOST + " event streams at a time.");
    }

    @Override
    public Duration retryAfter() {
        return Duration.ofSeconds(10);
    }
}
