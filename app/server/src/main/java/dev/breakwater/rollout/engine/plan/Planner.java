package dev.breakwater.rollout.engine.plan;

import dev.breakwater.rollout.engine.plan.Placement.Placed;
import java.util.ArrayList;
import java.util.List;
import java.util.stream.IntStream;

/**
 * Places every host once. The order is drawn from the seed and the host's id, never its name, so that a canary is not always the same
 * host; the same request gives the same plan on any machine.
 */
public final class Planner {

    private Planner() {}

    public static Plan plan(PlanRequest request) {
        Roster roster = request.roster();
        int[] drawn = Draw.order(roster, request.seed());
        Hosts movable =
                new Hosts(roster, IntStream.of(drawn).filter(roster::isMovable).toArray());
        Placed placed = Placement.place(movable, request.policy());
        List<PlannedWave> waves = waves(request, placed);
        List<Uncovered> misses =
                Misses.of(request.policy(), movable, placed.waves().getFirst());
        Layout layout = new Layout(request.policy(), movable, placed.waves(), misses);
        return new Plan(
                waves,
                PlanHash.of(waves, placed.waves()),
                Rounds.of(layout),
                new Leftovers(roster, left(roster, placed.left())),
                misses,
                Lints.of(layout));
    }

    private static IntStream left(Roster roster, Hosts unplaced) {
        IntStream unfit = IntStream.range(0, roster.size()).filter(row -> !roster.isMovable(row));
        return IntStream.concat(unfit, IntStream.range(0, unplaced.size()).map(unplaced::row));
    }

    private static List<PlannedWave> waves(PlanRequest request, Placed placed) {
        List<PlannedWave> waves = new ArrayList<>();
        for (int wave = 0; wave < placed.waves().size(); wave++) {
            String name = request.policy().waves().get(wave).name();
            waves.add(new PlannedWave(name, new Moves(placed.waves().get(wave))));
        }
        return waves;
    }
}
