package dev.breakwater.rollout;

import static java.time.temporal.ChronoUnit.MICROS;

import dev.breakwater.generation.GenerationId;
import dev.breakwater.host.HostProperties;
import dev.breakwater.host.Selector;
import dev.breakwater.rollout.Planning.Planned;
import dev.breakwater.rollout.Planning.Wish;
import dev.breakwater.rollout.RolloutRequest.Overlap;
import dev.breakwater.rollout.store.CountStore;
import dev.breakwater.rollout.store.PlanStore;
import dev.breakwater.rollout.store.RolloutRow;
import dev.breakwater.rollout.store.RolloutStore;
import dev.breakwater.rollout.store.WaveStore;
import java.time.Clock;
import java.util.UUID;
import org.jspecify.annotations.Nullable;
import org.springframework.stereotype.Component;

/** Plans anew and writes the plan down, in the transaction that starts the rollout. */
@Component
class Starting {
    private final RolloutStore rollouts;
    private final WaveStore waves;
    private final PlanStore plans;
    private final Planning planning;
    private final CountStore counts;
    private final StartTerms terms;

    Starting(
            RolloutStore rollouts,
            WaveStore waves,
            PlanStore plans,
            Planning planning,
            CountStore counts,
            StartTerms terms) {
        this.rollouts = rollouts;
        this.waves = waves;
        this.plans = plans;
        this.planning = planning;
        this.counts = counts;
        this.terms = terms;
    }

    /** {@code previewed} is the hash the caller has seen, null if it did not look. */
    RolloutSpec materialise(RolloutRow row, @Nullable String previewed) {
        plans.lockPlanning();
        var spec = terms.specs().read(row.spec());
        var wish = new Wish(new GenerationId(row.generationId()), Selector.parse(row.selector()), spec, row.id());
        var planned = planning.plan(wish);
        requireFree(planned, spec);
        Drafting.requireRunnable(planned.plan());
        requireUnchanged(planned, previewed);
        write(row.id(), planned);
        terms.expectation().settle(row, spec, terms.clock().instant());
        return spec;
    }

    private void write(UUID id, Planned planned) {
        var plan = planned.plan();
        var now = terms.clock().instant().truncatedTo(MICROS);
        plans.materialise(id, plan, planned.generation().platform().needsBoot());
        plans.exclude(id, plan.excluded());
        for (int wave = 0; wave < plan.waves().size(); wave++) {
            waves.resize(id, wave, plan.waves().get(wave).hosts().size());
        }
        rollouts.started(id, plan.planHash(), now);
        counts.countDown(id, now.minus(terms.hosts().offlineAfter()));
    }

    private static void requireFree(Planned planned, RolloutSpec spec) {
        if (spec.overlap() == Overlap.REJECT && !planned.owned().isEmpty()) {
            var example = planned.owned().getFirst();
            throw new HostsOwned(planned.owned().size(), example.name(), String.valueOf(example.ownerName()));
        }
    }

    private static void requireUnchanged(Planned planned, @Nullable String previewed) {
        var now = planned.plan().planHash();
        if (previewed != null && !previewed.equals(now)) {
            throw new PlanChanged(previewed, now);
        }
    }

    /** How specs are read, when it is, how long hosts may be unheard, and how often they fail anyway. */
    @Component
    record StartTerms(SpecJson specs, Clock clock, HostProperties hosts, Expectation expectation) {}
}
