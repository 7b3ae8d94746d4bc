package dev.breakwater.rollout.engine.plan;

import dev.breakwater.rollout.engine.plan.Placement.Placed;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.List;
import org.jspecify.annotations.Nullable;

/**
 * Places every host once. The order is drawn from the seed and the host's id, never its name, so that a canary is not always the same
 * host; the same request gives the same plan on any machine.
 */
public final class Planner {

    private static final Comparator<Excluded> BY_NAME =
            Comparator.comparing(Excluded::name).thenComparing(Excluded::id);

    private Planner() {}

    public static Plan plan(PlanRequest request) {
        List<Excluded> excluded = new ArrayList<>();
        List<Candidate> movable = new ArrayList<>();
        for (Candidate candidate : drawn(request)) {
            String why = exclusion(candidate);
            if (why == null) {
                movable.add(candidate);
            } else {
                excluded.add(new Excluded(candidate.id(), candidate.name(), why));
            }
        }
        Placed placed = Placement.place(movable, request.policy());
        placed.left().forEach(left -> excluded.add(new Excluded(left.id(), left.name(), Excluded.NO_WAVE)));
        excluded.sort(BY_NAME);
        List<PlannedWave> waves = waves(request, placed);
        List<Uncovered> misses =
                Misses.of(request.policy(), movable, placed.waves().getFirst());
        Layout layout = new Layout(request.policy(), movable, placed.waves(), misses);
        return new Plan(waves, PlanHash.of(waves), Rounds.of(layout), excluded, misses, Lints.of(layout));
    }

    private static List<Candidate> drawn(PlanRequest request) {
        List<Candidate> drawn = new ArrayList<>(request.candidates());
        drawn.sort(Comparator.<Candidate>comparingLong(host -> Draw.of(request.seed(), host.id()))
                .thenComparing(Candidate::id));
        return drawn;
    }

    private static List<PlannedWave> waves(PlanRequest request, Placed placed) {
        List<PlannedWave> waves = new ArrayList<>();
        for (int wave = 0; wave < placed.waves().size(); wave++) {
            List<PlannedHost> hosts =
                    placed.waves().get(wave).stream().map(Candidate::move).toList();
            waves.add(new PlannedWave(request.policy().waves().get(wave).name(), hosts));
        }
        return waves;
    }

    private static @Nullable String exclusion(Candidate candidate) {
        if (candidate.exclusion() != null) {
            return candidate.exclusion();
        }
        return candidate.to().equals(candidate.from()) ? "runs it already" : null;
    }
}
