package dev.breakwater.rollout;

import dev.breakwater.web.ProblemException;
import org.springframework.http.HttpStatus;

/** A plan without hosts has no course that could be played. */
class NothingToSimulate extends ProblemException {
    NothingToSimulate() {
        super(
                HttpStatus.UNPROCESSABLE_CONTENT,
                "nothing_to_simulate",
                "The plan has no hosts: nothing would be moved, and so nothing hit. Preview it to see whom it leaves out, and why.");
    }
}
