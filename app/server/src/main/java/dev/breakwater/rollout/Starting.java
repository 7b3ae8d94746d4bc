package dev.breakwater.rollout;

import dev.breakwater.generation.GenerationId;
import dev.breakwater.host.Selector;
import dev.breakwater.rollout.Planning.Planned;
import dev.breakwater.rollout.Planning.Wish;
import dev.breakwater.rollout.RolloutRequest.Overlap;
import dev.breakwater.rollout.engine.Cause;
import dev.breakwater.rollout.store.RolloutRow;
import org.jspecify.annotations.Nullable;
import org.springframework.stereotype.Component;

/** Plans anew and writes the plan down, in the transaction that starts the rollout. */
@Component
class Starting {
    private final Materialising materialising;
    private final Superseding superseding;
    private final Sweeping sweeping;
    private final Planning planning;
    private final SpecJson specs;

    Starting(
            Materialising materialising,
            Superseding superseding,
            Sweeping sweeping,
            Planning planning,
            SpecJson specs) {
        this.materialising = materialising;
        this.superseding = superseding;
        this.sweeping = sweeping;
        this.planning = planning;
        this.specs = specs;
    }

    /** {@code previewed} is the hash the caller has seen, null if it did not look. */
    RolloutSpec materialise(RolloutRow row, @Nullable String previewed, Cause cause) {
        materialising.lockPlanning();
        sweeping.finishReleases();
        var spec = specs.read(row.spec());
        var wish = new Wish(new GenerationId(row.generationId()), Selector.parse(row.selector()), spec, row.id());
        var planned = planning.plan(wish);
        Drafting.requireRunnable(planned);
        requireUnchanged(planned, previewed);
        settleOverlap(row, planned, spec.overlap(), cause);
        materialising.write(row, spec, planned);
        return spec;
    }

    private void settleOverlap(RolloutRow row, Planned planned, Overlap overlap, Cause cause) {
        if (planned.owned().isEmpty()) {
            return;
        }
        switch (overlap) {
            case REJECT -> throw new HostsOwned(planned.owned());
            case SUPERSEDE -> {
                superseding.takeOver(row, planned.owned(), cause);
                sweeping.finishReleases();
            }
            case EXCLUDE -> {}
        }
    }

    private static void requireUnchanged(Planned planned, @Nullable String previewed) {
        var now = planned.plan().planHash();
        if (previewed != null && !previewed.equals(now)) {
            throw new PlanChanged(previewed, now);
        }
    }
}
