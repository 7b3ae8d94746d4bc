package dev.breakwater.rollout.engine.smallworld;

import dev.breakwater.rollout.engine.Cause;
import dev.breakwater.rollout.engine.Command;
import dev.breakwater.rollout.engine.Command.Direct;
import dev.breakwater.rollout.engine.Command.WakeAt;
import dev.breakwater.rollout.engine.Decision;
import dev.breakwater.rollout.engine.Directive;
import dev.breakwater.rollout.engine.Event;
import dev.breakwater.rollout.engine.HostState;
import dev.breakwater.rollout.engine.Outcome.Ignored;
import dev.breakwater.rollout.engine.Outcome.Moved;
import dev.breakwater.rollout.engine.Outcome.Refused;
import dev.breakwater.rollout.engine.Outcome.Transition;
import dev.breakwater.rollout.engine.Outcome.Unchanged;
import dev.breakwater.rollout.engine.Phase;
import dev.breakwater.rollout.engine.Phase.Ended;
import dev.breakwater.rollout.engine.Phase.Halted;
import dev.breakwater.rollout.engine.Phase.RolledBack;
import dev.breakwater.rollout.engine.Phase.RollingBack;
import dev.breakwater.rollout.engine.Waiting;
import dev.breakwater.rollout.engine.Wave;
import dev.breakwater.rollout.engine.WaveState;
import dev.breakwater.rollout.engine.proof.ProofResult;
import java.time.Instant;
import java.util.List;
import java.util.Objects;

/** What must never be otherwise, by its number in the design. I4 is the database's, and I2 and I7 are kept at the claim. */
final class Invariants {

    private Invariants() {}

    static void hold(World before, Event event, Decision decision, Instant now) {
        oneAuditRowPerTransition(before, decision);
        terminalIsTerminal(before, decision);
        noWaveBeforeItsTurn(decision);
        nothingOfferedWhereStopped(decision);
        aFailedWaveDoesNotPass(before, decision);
        passedForGoodReason(before, event, decision);
        rolledBackAtMostOnceByItself(before, decision);
        backMeansAllBack(decision);
        somethingIsWaitedFor(decision, now);
    }

    /** I11. */
    private static void oneAuditRowPerTransition(World before, Decision decision) {
        Phase at = before.phase();
        if (decision.outcome() instanceof Moved(List<Transition> transitions)) {
            require(!transitions.isEmpty(), "I11: moved nowhere");
            for (Transition step : transitions) {
                require(step.from().equals(at), "I11: a gap in the trail");
                at = step.to();
            }
        }
        require(decision.next().phase().equals(at), "I11: moved without a row");
    }

    /** I10. */
    private static void terminalIsTerminal(World before, Decision decision) {
        if (before.phase() instanceof Ended) {
            boolean unheard = decision.outcome() instanceof Refused || decision.outcome() instanceof Ignored;
            require(unheard && decision.commands().isEmpty(), "I10: it moved after its end");
        }
    }

    /** I1. */
    private static void noWaveBeforeItsTurn(Decision decision) {
        List<Wave> waves = decision.next().waves();
        boolean second = waves.get(1).directive() == Directive.OFFER;
        require(!second || waves.get(0).state() == WaveState.PASSED, "I1: offered before the canary passed");
    }

    /** I3 and I7: no directive is left under which a claim could succeed. */
    private static void nothingOfferedWhereStopped(Decision decision) {
        Phase phase = decision.next().phase();
        if (phase instanceof Halted || phase instanceof RollingBack || phase instanceof RolledBack) {
            require(
                    decision.next().waves().stream().noneMatch(wave -> wave.directive() == Directive.OFFER),
                    "I3: an offer outlives the halt");
        }
        if (phase instanceof Halted) {
            require(!decision.next().grantsClaims(), "I3: claims are granted while halted");
        }
    }

    /** I6: only a fresh epoch, which a person asked for, leads a failed wave onward. */
    private static void aFailedWaveDoesNotPass(World before, Decision decision) {
        for (int i = 0; i < before.rows().size(); i++) {
            WaveState next = decision.next().waves().get(i).state();
            if (before.rows().get(i).state() == WaveState.FAILED) {
                require(next != WaveState.PASSED && next != WaveState.SOAKING, "I6: a failed wave passed");
                require(next != WaveState.OPEN || directed(decision, i), "I6: opened again under its old epoch");
            }
        }
    }

    private static boolean directed(Decision decision, int wave) {
        return decision.commands().contains(new Direct(wave, Directive.OFFER));
    }

    /** A wave passes by its hosts' proofs, or by a person's word about hosts that are offline. */
    private static void passedForGoodReason(World before, Event event, Decision decision) {
        for (int i = 0; i < before.rows().size(); i++) {
            boolean passes = decision.next().waves().get(i).state() == WaveState.PASSED
                    && before.rows().get(i).state() != WaveState.PASSED;
            if (passes) {
                Wave wave = decision.next().waves().get(i);
                require(wave.counts().inFlight() == 0, "I1: passed while hosts had yet to answer");
                int budget = wave.policy().budget().maxFailed().of(wave.counts().total());
                require(wave.counts().lost() <= budget, "I6: passed over its budget");
                boolean proved = wave.counts().settled() > 0;
                require(proved || event instanceof Event.Promote || event instanceof Event.Approve, "passed unproved");
            }
        }
    }

    /** I8. */
    private static void rolledBackAtMostOnceByItself(World before, Decision decision) {
        if (before.flags().takenBackBefore() && decision.outcome() instanceof Moved(List<Transition> transitions)) {
            require(
                    transitions.stream()
                            .noneMatch(step -> step.to() instanceof RollingBack
                                    && step.cause().actor().equals(Cause.ENGINE)),
                    "I8: rolled back twice by itself");
        }
    }

    private static void backMeansAllBack(Decision decision) {
        if (decision.next().phase() instanceof RolledBack) {
            decision.next().waves().stream()
                    .filter(wave -> wave.directive() == Directive.ROLLBACK)
                    .forEach(wave -> require(
                            wave.counts().of(HostState.ROLLING_BACK)
                                    == wave.counts().facts().owed(),
                            "a touched host is neither back nor owed"));
        }
    }

    /** I9. */
    private static void somethingIsWaitedFor(Decision decision, Instant now) {
        boolean heard = decision.outcome() instanceof Moved || decision.outcome() instanceof Unchanged;
        if (!heard || decision.next().phase() instanceof Ended) {
            return;
        }
        Waiting waiting = Waiting.of(decision.next(), now);
        boolean armed = decision.commands().stream().anyMatch(WakeAt.class::isInstance);
        String whom = Objects.requireNonNull(waiting.waitingFor());
        require(armed || whom.contains("a person"), "I9: waits for nobody: " + whom);
        for (Command command : decision.commands()) {
            require(!(command instanceof WakeAt(Instant at)) || !at.isBefore(now), "I9: a timer in the past");
        }
    }

    /** A host's row changes only by what was said of what it runs. I12: the way back is proved by the old ref alone. */
    static void proved(Host host, Letter letter, ProofResult result) {
        HostState was = host.stored();
        if (result.next() != was && result.next() == HostState.SETTLED) {
            require(letter == Letter.HEALTHY, "settled by " + letter);
        }
        if (result.next() != was && result.next() == HostState.ROLLED_BACK) {
            require(!letter.saysNew() && letter != Letter.CANNOT_SWITCH, "I12: rolled back by " + letter);
        }
        require(result.touched() || !host.touched(), "a host cannot become untouched");
        require(was != HostState.FAILED || result.next() != HostState.SETTLED, "a failed host settled");
    }

    /** I13: whatever comes under an epoch that is past leaves the row as it was. */
    static void late(Shell shell, World world, int index) {
        Host host = world.hosts().get(index);
        for (Letter letter : Letter.values()) {
            ProofResult result = shell.weigh(world, index, letter.under(Letter.EPOCH - 1), Letter.EPOCH);
            boolean same = result.next() == host.stored()
                    && result.touched() == host.touched()
                    && result.healthyStreak() == host.streak()
                    && result.rollbackFailed() == host.rollbackFailed();
            require(same, "I13: a late word decided");
        }
    }

    static void require(boolean holds, String what) {
        if (!holds) {
            throw new AssertionError(what);
        }
    }
}
