package dev.breakwater.convoy;

import dev.breakwater.web.ProblemException;
import java.time.Duration;
import java.util.concurrent.ThreadLocalRandom;
import org.springframework.http.HttpStatus;

/** Too many requests wait already, or this one waited too long: nothing was promised, it may be sent again. */
public final class Overloaded extends ProblemException {
    private static final Duration LEAST = Duration.ofSeconds(2);
    private static final int SPREAD_MILLIS = 8_000;

    Overloaded(String what) {
        super(HttpStatus.SERVICE_UNAVAILABLE, "overloaded", "The server cannot keep up with " + what + " now.");
    }

    /** Spread, so that those turned away together do not come back together. */
    @Override
    public Duration retryAfter() {
        return LEAST.plusMillis(ThreadLocalRandom.current().nextInt(SPREAD_MILLIS));
    }
}
