package dev.breakwater.rollout;

import static java.time.temporal.ChronoUnit.MICROS;

import dev.breakwater.rollout.Planning.Planned;
import dev.breakwater.rollout.store.PlanStore;
import dev.breakwater.rollout.store.RolloutRow;
import dev.breakwater.rollout.store.RolloutStore;
import dev.breakwater.rollout.store.WaveStore;
import java.time.Clock;
import org.springframework.stereotype.Component;

/** Writes a plan down. */
@Component
class Materialising {
    private final RolloutStore rollouts;
    private final WaveStore waves;
    private final PlanStore plans;
    private final StartTerms terms;

    Materialising(RolloutStore rollouts, WaveStore waves, PlanStore plans, StartTerms terms) {
        this.rollouts = rollouts;
        this.waves = waves;
        this.plans = plans;
        this.terms = terms;
    }

    void lockPlanning() {
        plans.lockPlanning();
    }

    void write(RolloutRow row, RolloutSpec spec, Planned planned) {
        var id = row.id();
        var plan = planned.plan();
        var now = terms.clock().instant().truncatedTo(MICROS);
        plans.materialise(
                id,
                plan,
                planned.generation().platform().needsBoot(),
                planned.others().someListen());
        plans.exclude(id, plan.excluded());
        for (int wave = 0; wave < plan.waves().size(); wave++) {
            waves.resize(id, wave, plan.waves().get(wave).hosts().size());
        }
        waves.countInherited(id);
        rollouts.started(id, plan.planHash(), now);
        terms.expectation().settle(row, spec, now);
    }

    /** When it is, and how often hosts fail anyway. */
    @Component
    record StartTerms(Clock clock, Expectation expectation) {}
}
