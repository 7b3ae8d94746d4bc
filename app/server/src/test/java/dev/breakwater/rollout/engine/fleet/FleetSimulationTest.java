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
import java.util.Set;
import java.util.stream.LongStream;
import org.junit.jupiter.api.Test;

/**
 * Hundreds of hosts, a bad network and meddling people, by chance. The seeds are the same in every build, so that a red one means that a
 * change broke something; {@code simulate} looks for new ones.
 */
class FleetSimulationTest {

    private static final long FIRST = Long.getLong("breakwater.seed", 20_261_123);
    private static final int RUNS = Integer.getInteger("breakwater.runs", 300);
    private static final int REPORT_EVERY = 500;

    @Test
    void whatever_happens_to_a_fleet_its_rollout_keeps_the_law_and_ends() {
        Log log = new Log(FIRST);
        LongStream.range(FIRST, FIRST + RUNS).parallel().forEach(seed -> run(seed, log));
        System.out.println(log.summary());
        log.violations().stream().findFirst().ifPresent(violation -> {
            throw violation;
        });
        assertThat(RUNS < 100 || log.endings().containsAll(List.of("COMPLETED", "ROLLED_BACK")))
                .isTrue();
    }

    /** Others go on when one breaks: what else breaks may say why. */
    private static void run(long seed, Log log) {
        Set<Fault> faults = Replay.faults();
        try {
            log.ended(simulate(seed, faults));
        } catch (AssertionError | RuntimeException broken) {
            if (log.counts()) {
                Set<Fault> needed = Replay.shrink(faults, fewer -> breaks(seed, fewer));
                log.broke(broken.getMessage() + "\nagain: " + Replay.command(seed, needed), broken);
            }
        }
        if (log.runs() % REPORT_EVERY == 0) {
            System.out.println(log.summary());
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
        if (wave.isForNewcomers() && wave.counts().total() == 0) {
            require(wave.state() == WaveState.SKIPPED, "nobody came, and they passed");
            return;
        }
        require(wave.state() == WaveState.PASSED, "completed without " + wave.name());
        int budget = wave.policy().budget().maxFailed().of(wave.counts().total());
        require(wave.counts().lost() <= budget, "completed over the budget of " + wave.name());
    }
}
