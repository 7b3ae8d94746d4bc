package dev.breakwater.rollout;

import dev.breakwater.rollout.engine.plan.Excluded;
import dev.breakwater.rollout.engine.plan.Lint;
import dev.breakwater.rollout.engine.plan.PlannedWave;
import io.swagger.v3.oas.annotations.media.Schema;
import java.time.Instant;
import java.util.List;
import org.jspecify.annotations.Nullable;

/**
 * A plan as shown. {@code earliestFinish} counts soaks, and waits for windows to open and freezes to end: no rollout of this plan can
 * end sooner. It is null where some host is never let move.
 */
@Schema(name = "Plan")
public record PlanView(
        String planHash,
        List<PlannedWave> waves,
        List<Excluded> excluded,
        List<Lint> lint,
        @Nullable Instant earliestFinish) {
    public PlanView {
        waves = List.copyOf(waves);
        excluded = List.copyOf(excluded);
        lint = List.copyOf(lint);
    }
}
