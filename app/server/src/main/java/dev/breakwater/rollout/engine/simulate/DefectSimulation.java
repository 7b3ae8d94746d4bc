package dev.breakwater.rollout.engine.simulate;

import dev.breakwater.rollout.engine.Counts;
import dev.breakwater.rollout.engine.Counts.Facts;
import dev.breakwater.rollout.engine.Directive;
import dev.breakwater.rollout.engine.Engine;
import dev.breakwater.rollout.engine.Event.Tick;
import dev.breakwater.rollout.engine.HostState;
import dev.breakwater.rollout.engine.Phase;
import dev.breakwater.rollout.engine.Phase.Halted;
import dev.breakwater.rollout.engine.Phase.RolledBack;
import dev.breakwater.rollout.engine.Phase.Rolling;
import dev.breakwater.rollout.engine.Phase.RollingBack;
import dev.breakwater.rollout.engine.Rollout;
import dev.breakwater.rollout.engine.Wave;
import dev.breakwater.rollout.engine.WaveState;
import dev.breakwater.rollout.engine.policy.Limit;
import dev.breakwater.rollout.engine.policy.Policy;
import java.time.Instant;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.OptionalInt;
import java.util.SplittableRandom;
import java.util.stream.IntStream;

/**
 * Moves the hosts of a plan one after another, breaks each with the same chance, and asks the engine after every broken one whether it
 * goes on. Hosts that are on their way when it stops are moved as well. A healthy host never makes the engine stop, so those between two
 * broken ones are drawn at once: a million hosts cost as much as their defects.
 */
public final class DefectSimulation {

    /** Bounds the work, not the answer: fewer plays are made of a plan with very many defects, and their number is told. */
    static final long DEFECTS_MAX = 3_000_000;

    private static final int RUNS_MIN = 50;
    private static final int EXACT_MAX = 1_000;
    private static final Instant NOW = Instant.EPOCH;

    private final Policy policy;
    private final List<Integer> sizes;
    private final Assumed assumed;
    private final int atOnce;
    private long defects;

    private DefectSimulation(Policy policy, List<Integer> sizes, Assumed assumed) {
        this.policy = policy;
        this.sizes = List.copyOf(sizes);
        this.assumed = assumed;
        Limit limit = policy.limits().maxUnavailable();
        int fleet = sizes.stream().mapToInt(Integer::intValue).sum();
        this.atOnce = limit == null ? fleet : Math.max(1, limit.of(fleet));
    }

    /** {@code sizes}: how many hosts each of the policy's waves has. */
    public static Forecast forecast(Policy policy, List<Integer> sizes, Assumed assumed) {
        DefectSimulation simulation = new DefectSimulation(policy, sizes, assumed);
        SplittableRandom chance = new SplittableRandom(assumed.seed());
        List<Run> runs = new ArrayList<>();
        while (runs.size() < assumed.runs() && (runs.size() < RUNS_MIN || simulation.defects < DEFECTS_MAX)) {
            runs.add(simulation.play(chance.split()));
        }
        return Forecast.of(runs, sizes.size());
    }

    private Run play(SplittableRandom chance) {
        int[] broken = new int[sizes.size()];
        int moved = 0;
        for (int wave = 0; wave < sizes.size(); wave++) {
            int size = sizes.get(wave);
            int reported = healthy(chance, size);
            while (reported < size) {
                reported++;
                broken[wave]++;
                defects++;
                if (stops(broken, wave, reported)) {
                    int onTheirWay = Math.min(atOnce - 1, size - reported);
                    int hit = IntStream.of(broken).sum() + among(chance, onTheirWay);
                    return new Run(moved + reported + onTheirWay, hit, OptionalInt.of(wave));
                }
                reported += healthy(chance, size - reported);
            }
            moved += size;
        }
        return new Run(moved, IntStream.of(broken).sum(), OptionalInt.empty());
    }

    /** How many hosts pass before the next broken one, at most so many. */
    private int healthy(SplittableRandom chance, int most) {
        double rate = assumed.defectRate();
        if (rate == 0) {
            return most;
        }
        if (rate == 1) {
            return 0;
        }
        double drawn = Math.log1p(-chance.nextDouble()) / Math.log1p(-rate);
        return (int) Math.min(most, Math.floor(drawn));
    }

    /** How many of so many hosts are broken: drawn one by one while they are few, as a normal quantity else. */
    private int among(SplittableRandom chance, int hosts) {
        double rate = assumed.defectRate();
        if (hosts * rate > EXACT_MAX) {
            double drawn = hosts * rate + chance.nextGaussian() * Math.sqrt(hosts * rate * (1 - rate));
            return Math.clamp(Math.round(drawn), 0, hosts);
        }
        int broken = 0;
        for (int host = healthy(chance, hosts); host < hosts; host += 1 + healthy(chance, hosts - host - 1)) {
            broken++;
        }
        return broken;
    }

    private boolean stops(int[] broken, int at, int reported) {
        List<Wave> waves = new ArrayList<>();
        for (int wave = 0; wave < sizes.size(); wave++) {
            waves.add(
                    wave > at
                            ? Wave.pending(policy.waves().get(wave), sizes.get(wave))
                            : moved(wave, at, broken, reported));
        }
        Phase phase = Engine.decide(new Rollout(policy, new Rolling(at), waves), new Tick(), NOW)
                .next()
                .phase();
        return phase instanceof RollingBack || phase instanceof RolledBack || phase instanceof Halted;
    }

    private Wave moved(int wave, int at, int[] broken, int reported) {
        int done = wave == at ? reported : sizes.get(wave);
        Counts counts = new Counts(
                Map.of(
                        HostState.FAILED, broken[wave],
                        HostState.SETTLED, done - broken[wave],
                        HostState.OFFERED, sizes.get(wave) - done),
                new Facts(done, 0, 0, null, null));
        WaveState state = wave == at ? WaveState.OPEN : WaveState.PASSED;
        return new Wave(policy.waves().get(wave), state, Directive.OFFER, counts, NOW, null);
    }
}
