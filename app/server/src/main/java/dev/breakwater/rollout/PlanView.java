package dev.breakwater.rollout;

import dev.breakwater.rollout.Planning.Planned;
import dev.breakwater.rollout.RolloutRequest.Newcomers;
import dev.breakwater.rollout.engine.plan.Excluded;
import dev.breakwater.rollout.engine.plan.Lint;
import dev.breakwater.rollout.engine.plan.PlannedHost;
import dev.breakwater.rollout.engine.plan.Uncovered;
import dev.breakwater.rollout.engine.policy.WavePolicy;
import dev.breakwater.rollout.store.ApplyTimeStore.ApplyTime;
import io.swagger.v3.oas.annotations.media.Schema;
import java.time.Instant;
import java.util.List;
import org.jspecify.annotations.Nullable;

/**
 * A plan as shown: of each wave and of the excluded, the first {@link #SHOWN} hosts and how many there are. The hosts of a rollout that
 * was started are paged by {@code GET /rollouts/{id}/hosts}. No rollout of this plan can end before {@code earliestFinish}: it counts
 * soaks, limits, the start rate, waits for windows to open and freezes to end, and {@code applyTime}, which is null, and counts as
 * nothing, until rollouts of the platform have been completed. It is null where some host is never let move.
 */
@Schema(name = "Plan")
public record PlanView(
        String planHash,
        List<Wave> waves,
        List<Excluded> excluded,
        int excludedCount,
        List<Uncovered> misses,
        List<Lint> lint,
        @Nullable Instant earliestFinish,
        @Nullable ApplyTime applyTime,
        @Nullable Joining newcomers) {
    public static final int SHOWN = 1_000;

    /** {@code truncated}: it has more hosts than are listed. */
    @Schema(name = "PlannedWave")
    public record Wave(String name, int count, boolean truncated, List<PlannedHost> hosts) {
        public Wave {
            hosts = List.copyOf(hosts);
        }

        static Wave of(String name, int count, List<PlannedHost> hosts) {
            return new Wave(name, count, count > SHOWN, hosts.subList(0, Math.min(SHOWN, hosts.size())));
        }
    }

    /** Hosts that come to match while it is under way are listed in this wave, after that one. Nobody can count them before. */
    @Schema(name = "PlannedNewcomers")
    public record Joining(Newcomers policy, String wave, String after) {
        static @Nullable Joining of(RolloutSpec spec) {
            return switch (spec.newcomers()) {
                case IGNORE -> null;
                case JOIN ->
                    new Joining(
                            Newcomers.JOIN,
                            WavePolicy.NEWCOMERS,
                            spec.waves().getLast().name());
            };
        }
    }

    public PlanView {
        waves = List.copyOf(waves);
        excluded = List.copyOf(excluded);
        misses = List.copyOf(misses);
        lint = List.copyOf(lint);
    }

    static PlanView of(Planned planned, RolloutSpec spec, List<Lint> lint) {
        var plan = planned.plan();
        var waves = plan.waves().stream()
                .map(wave -> Wave.of(wave.name(), wave.hosts().size(), wave.hosts()))
                .toList();
        var excluded = plan.excluded();
        return new PlanView(
                plan.planHash(),
                waves,
                excluded.subList(0, Math.min(SHOWN, excluded.size())),
                excluded.size(),
                plan.misses(),
                lint,
                planned.forecast().earliestFinish(),
                planned.applyTime(),
                Joining.of(spec));
    }
}
