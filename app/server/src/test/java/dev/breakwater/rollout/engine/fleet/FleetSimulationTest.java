package dev.breakwater.rollout.engine.fleet;

import static dev.breakwater.rollout.engine.Laws.require;
import static org.assertj.core.api.Assertions.assertThat;

import dev.breakwater.rollout.engine.HostState;
import dev.breakwater.rollout.engine.Phase.Completed;
import dev.breakwater.rollout.engine.Phase.RolledBack;
import dev.breakwater.rollout.engine.Rollout;
import dev.breakwater.rollout.engine.Wave;
import dev.breakwater.rollout.engine.WaveState;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.concurrent.ConcurrentSkipListMap;
import java.util.concurrent.atomic.AtomicLong;
import java.util.stream.LongStream;
import org.junit.jupiter.api.Test;

/** Hundreds of hosts, a bad network and a meddling person, by chance: another chance every time, and the same again by its seed. */
class FleetSimulationTest {

    private static final int RUNS = Integer.getInteger("breakwater.runs", 300);

    @Test
    void whatever_happens_to_a_fleet_its_rollout_keeps_the_law_and_ends() {
        Long again = Long.getLong("breakwater.seed");
        long first = again == null ? System.nanoTime() : again;
        int runs = again == null ? RUNS : 1;
        Map<String, Integer> endings = new ConcurrentSkipListMap<>();
        AtomicLong events = new AtomicLong();
        LongStream.range(first, first + runs).parallel().forEach(seed -> {
            Simulation simulation = run(seed);
            events.addAndGet(simulation.events());
            endings.merge(simulation.shell().rollout().phase().name(), 1, Integer::sum);
        });
        System.out.printf("fleet simulation: seed %d, %d runs, %s events, %s%n", first, runs, events, endings);
        assertThat(runs == 1 || endings.keySet().containsAll(List.of("COMPLETED", "ROLLED_BACK")))
                .isTrue();
    }

    private static Simulation run(long seed) {
        Set<Fault> faults = Replay.faults();
        try {
            return simulate(seed, faults);
        } catch (AssertionError | RuntimeException broken) {
            Set<Fault> needed = Replay.shrink(faults, fewer -> breaks(seed, fewer));
            throw new AssertionError(broken.getMessage() + "\nagain: " + Replay.command(seed, needed), broken);
        }
    }

    private static boolean breaks(long seed, Set<Fault> faults) {
        try {
            simulate(seed, faults);
            return false;
        } catch (AssertionError | RuntimeException broken) {
            return true;
        }
    }

    private static Simulation simulate(long seed, Set<Fault> faults) {
        Simulation simulation = Scenario.of(seed, faults);
        simulation.run();
        judge(simulation.shell().rollout(), simulation);
        return simulation;
    }

    /** What the end claims is compared with what the machines really run. */
    private static void judge(Rollout rollout, Simulation simulation) {
        for (PlanRow row : simulation.shell().rows()) {
            Wave wave = rollout.waves().get(row.wave);
            require(!row.touched || wave.opened(), "I5: touched before its wave opened");
            require(!row.machine.runsNew() || row.touched, "it runs what it was never allowed to");
            if (rollout.phase() instanceof RolledBack && row.standing(wave.directive()) == HostState.ROLLED_BACK) {
                require(!row.machine.runsNew() || row.machine.temper() != Temper.SOUND, "back, and runs the new one");
            }
        }
        if (rollout.phase() instanceof Completed) {
            rollout.waves().forEach(FleetSimulationTest::judgePassed);
        }
    }

    private static void judgePassed(Wave wave) {
        require(wave.state() == WaveState.PASSED, "completed without " + wave.name());
        int budget = wave.policy().budget().maxFailed().of(wave.counts().total());
        require(wave.counts().lost() <= budget, "completed over the budget of " + wave.name());
    }
}
