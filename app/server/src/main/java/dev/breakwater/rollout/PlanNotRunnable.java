package dev.breakwater.rollout;

import dev.breakwater.rollout.engine.plan.Lint;
import dev.breakwater.web.FieldError;
import dev.breakwater.web.ProblemException;
import java.util.List;
import org.springframework.http.HttpStatus;

/** A plan with something in it that must be mended before it can run. */
class PlanNotRunnable extends ProblemException {
    PlanNotRunnable(List<Lint> errors) {
        super(
                HttpStatus.UNPROCESSABLE_CONTENT,
                "plan_not_runnable",
                errors.getFirst().message(),
                errors.stream()
                        .map(lint -> new FieldError("/waves", lint.message()))
                        .toList());
    }
}
