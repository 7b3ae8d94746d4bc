package dev.breakwater.rollout;

import dev.breakwater.generation.Bars.Bar;
import dev.breakwater.web.ProblemException;
import org.springframework.http.HttpStatus;

/** The generation must not be offered to hosts of the plan. */
class GenerationQuarantined extends ProblemException {
    GenerationQuarantined(Bar bar) {
        super(HttpStatus.CONFLICT, "generation_quarantined", bar.sentence() + " Release it first.");
    }

    GenerationQuarantined(String generation, String selector, String reason) {
        super(
                HttpStatus.CONFLICT,
                "generation_quarantined",
                "Generation %s is quarantined for hosts of %s: %s. Release it first."
                        .formatted(generation, selector.isEmpty() ? "every selector" : "\"" + selector + "\"", reason));
    }
}
