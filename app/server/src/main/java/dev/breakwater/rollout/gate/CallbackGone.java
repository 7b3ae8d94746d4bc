package dev.breakwater.rollout.gate;

import dev.breakwater.web.ProblemException;
import org.springframework.http.HttpStatus;

/** Says no more than that: whoever guesses learns nothing. */
final class CallbackGone extends ProblemException {
    CallbackGone() {
        super(
                HttpStatus.GONE,
                "gate_callback_gone",
                "No answer is awaited here: it was given, its question was withdrawn, or its time is over.");
    }
}
