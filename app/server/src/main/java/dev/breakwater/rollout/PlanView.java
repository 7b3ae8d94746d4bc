package dev.breakwater.rollout;

import dev.breakwater.rollout.engine.plan.Excluded;
import dev.breakwater.rollout.engine.plan.Lint;
import dev.breakwater.rollout.engine.plan.PlannedWave;
import io.swagger.v3.oas.annotations.media.Schema;
import java.time.Instant;
import java.util.List;

/** A plan as shown. {@code earliestFinish} counts the soaks alone: no rollout of this plan can end sooner. */
@Schema(name = "Plan")
public record PlanView(
        String planHash, List<PlannedWave> waves, List<Excluded> excluded, List<Lint> lint, Instant earliestFinish) {
    public PlanView {
        waves = List.copyOf(waves);
        excluded = List.copyOf(excluded);
        lint = List.copyOf(lint);
    }
}
