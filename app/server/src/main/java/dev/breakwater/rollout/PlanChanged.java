package dev.breakwater.rollout;

import dev.breakwater.web.ProblemException;
import org.springframework.http.HttpStatus;

/** The fleet has changed since the plan was previewed. */
class PlanChanged extends ProblemException {
    PlanChanged(String previewed, String now) {
        super(
                HttpStatus.CONFLICT,
                "plan_changed",
                "The plan has changed since it was previewed: its hash was %s and is %s now. Look at the preview again."
                        .formatted(previewed, now));
    }
}
