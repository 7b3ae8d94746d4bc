package dev.breakwater.rollout;

import dev.breakwater.rollout.engine.simulate.Assumed;
import dev.breakwater.rollout.engine.simulate.DefectSimulation;
import dev.breakwater.rollout.store.RolloutStore;
import dev.breakwater.web.InvalidField;
import dev.breakwater.web.Violations;
import java.time.Clock;
import java.util.List;
import java.util.Objects;
import org.springframework.stereotype.Service;
import org.springframework.transaction.annotation.Transactional;

/** How far a defect would get before a rollout stops. Moves nothing. */
@Service
@Transactional(readOnly = true)
public class Simulating {
    private static final int RUNS = 2_000;
    /** What every JSON reader holds exactly, those of browsers too. */
    private static final long SEED_MAX = (1L << 53) - 1;

    private final Planning planning;
    private final RolloutStore rollouts;
    private final States states;
    private final Clock clock;

    Simulating(Planning planning, RolloutStore rollouts, States states, Clock clock) {
        this.planning = planning;
        this.rollouts = rollouts;
        this.states = states;
        this.clock = clock;
    }

    public SimulationView simulate(SimulationRequest request) {
        var rate = request.defectRate();
        var runs = Objects.requireNonNullElse(request.runs(), RUNS);
        new Violations()
                .check(rate != null && rate > 0 && rate <= 1, "/defectRate", "must be above 0 and at most 1")
                .check(runs >= 1 && runs <= Assumed.RUNS_MAX, "/runs", "must be between 1 and " + Assumed.RUNS_MAX)
                .check(
                        request.seed() == null || Math.abs(request.seed()) <= SEED_MAX,
                        "/seed",
                        "must be between -%d and %d".formatted(SEED_MAX, SEED_MAX))
                .raise();
        var subject = subject(request);
        if (subject.hosts() == 0) {
            throw new NothingToSimulate();
        }
        var seed = Objects.requireNonNullElse(request.seed(), subject.seed() & SEED_MAX);
        var assumed = new Assumed(Objects.requireNonNull(rate), runs, seed);
        var forecast = DefectSimulation.forecast(subject.spec().policy(), subject.sizes(), assumed);
        return SimulationView.of(forecast, assumed, subject.spec().policy());
    }

    private record Subject(RolloutSpec spec, List<Integer> sizes, long seed) {
        int hosts() {
            return sizes.stream().mapToInt(Integer::intValue).sum();
        }
    }

    private Subject subject(SimulationRequest request) {
        var id = request.rolloutId();
        if (id == null) {
            var wish = planning.wish(request.rollout());
            var waves = planning.plan(wish).plan().waves();
            return new Subject(
                    wish.spec(), waves.stream().map(wave -> wave.hosts().size()).toList(), wish.seed());
        }
        var row = rollouts.find(id).orElseThrow(() -> new InvalidField("/rolloutId", "no rollout has this id"));
        var state = states.of(row, clock.instant());
        var sizes = state.waves().stream().map(wave -> wave.hosts()).toList();
        return new Subject(state.spec(), sizes.subList(0, state.spec().waves().size()), row.planSeed());
    }
}
