package dev.breakwater.rollout;

import dev.breakwater.web.ProblemException;
import org.springframework.http.HttpStatus;

/** A verb that is not legal in the rollout's phase. */
class VerbNotAllowed extends ProblemException {
    VerbNotAllowed(String verb, String phase, String why) {
        super(
                HttpStatus.CONFLICT,
                "verb_not_allowed",
                "Cannot %s a rollout that is %s: %s.".formatted(verb, phase, why));
    }
}
