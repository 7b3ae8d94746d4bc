package dev.breakwater.rollout;

import dev.breakwater.web.ProblemException;
import org.springframework.http.HttpStatus;

/** No rollout has this id. */
class RolloutNotFound extends ProblemException {
    RolloutNotFound(RolloutId id) {
        super(HttpStatus.NOT_FOUND, "rollout_not_found", "There is no rollout " + id + ".");
    }
}
