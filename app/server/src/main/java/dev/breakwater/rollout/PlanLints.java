package dev.breakwater.rollout;

import dev.breakwater.rollout.RolloutRequest.Overlap;
import dev.breakwater.rollout.engine.plan.Lint;
import dev.breakwater.rollout.store.ApplyTimeStore.ApplyTime;
import java.util.List;

/** What is to know of a plan that its own hosts and policy do not tell. */
final class PlanLints {

    private PlanLints() {}

    /** {@code owned}: hosts of the plan that another running rollout steers. */
    static List<Lint> overlap(Owned owned, Overlap overlap) {
        if (owned.isEmpty()) {
            return List.of();
        }
        return switch (overlap) {
            case EXCLUDE -> List.of();
            case REJECT -> {
                var example = owned.example();
                yield List.of(Lint.error("%d of the hosts, such as %s, belong to running rollout %s"
                        .formatted(owned.hosts(), example.name(), example.owner())));
            }
            case SUPERSEDE ->
                owned.owners().values().stream()
                        .distinct()
                        .map(owner -> Lint.warning("starting it supersedes running rollout %s".formatted(owner)))
                        .toList();
        };
    }

    /** Deadlines that hosts of this platform have missed before. */
    static List<Lint> deadlines(List<RolloutSpec.Wave> waves, ApplyTime took) {
        return waves.stream()
                .filter(wave -> wave.deadline().compareTo(took.p95()) < 0)
                .map(wave -> Lint.warning(
                        "wave %s gives hosts %s, and 1 in 20 of %d hosts of this platform took longer than %s before"
                                .formatted(wave.name(), wave.deadline(), took.hosts(), took.p95())))
                .toList();
    }
}
