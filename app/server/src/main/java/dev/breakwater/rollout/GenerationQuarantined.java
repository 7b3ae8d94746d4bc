package dev.breakwater.rollout;

import dev.breakwater.generation.Bars.Bar;
import dev.breakwater.generation.Bars.Standing;
import dev.breakwater.web.ProblemException;
import org.springframework.http.HttpStatus;

/** The generation must not be offered to hosts of the plan. */
class GenerationQuarantined extends ProblemException {
    GenerationQuarantined(Bar bar) {
        this(bar.sentence());
    }

    GenerationQuarantined(Standing quarantine) {
        this(quarantine.sentence());
    }

    private GenerationQuarantined(String sentence) {
        super(HttpStatus.CONFLICT, "generation_quarantined", sentence + " Release it first.");
    }
}
