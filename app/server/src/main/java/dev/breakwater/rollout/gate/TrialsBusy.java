package dev.breakwater.rollout.gate;

import dev.breakwater.web.ProblemException;
import java.time.Duration;
import org.springframework.http.HttpStatus;

final class TrialsBusy extends ProblemException {
    TrialsBusy(int most) {
        super(HttpStatus.TOO_MANY_REQUESTS, "gate_trials_busy", "Already %d gates are being tried.".formatted(most));
    }

    @Override
    public Duration retryAfter() {
        return Duration.ofSeconds(5);
    }
}
