package dev.breakwater.agent;

import dev.breakwater.rollout.ClaimAnswer;
import dev.breakwater.web.ProblemException;
import java.time.Duration;
import org.jspecify.annotations.Nullable;
import org.springframework.http.HttpStatus;

/** Not now (429, with the time to ask again), or not at all any more (409). */
final class ClaimRefused extends ProblemException {
    private final @Nullable Duration retryAfter;

    ClaimRefused(ClaimAnswer.NotNow notNow) {
        super(HttpStatus.TOO_MANY_REQUESTS, notNow.code(), notNow.why());
        this.retryAfter = notNow.retryAfter();
    }

    ClaimRefused(ClaimAnswer.Withdrawn withdrawn) {
        super(HttpStatus.CONFLICT, withdrawn.code(), withdrawn.why());
        this.retryAfter = null;
    }

    @Override
    public @Nullable Duration retryAfter() {
        return retryAfter;
    }
}
