package dev.breakwater.rollout.engine;

import dev.breakwater.rollout.engine.Command.Direct;
import dev.breakwater.rollout.engine.Command.WakeAt;
import dev.breakwater.rollout.engine.Outcome.Ignored;
import dev.breakwater.rollout.engine.Outcome.Moved;
import dev.breakwater.rollout.engine.Outcome.Refused;
import dev.breakwater.rollout.engine.Outcome.Transition;
import dev.breakwater.rollout.engine.Outcome.Unchanged;
import dev.breakwater.rollout.engine.Phase.Ended;
import dev.breakwater.rollout.engine.Phase.Halted;
import dev.breakwater.rollout.engine.Phase.RolledBack;
import dev.breakwater.rollout.engine.Phase.RollingBack;
import dev.breakwater.rollout.engine.Phase.Scheduled;
import java.time.Instant;
import java.util.HashSet;
import java.util.List;
import java.util.Objects;
import java.util.Set;

/** What must hold of every decision, by its number in the design. I4 is the database's; I2, I7 and what concerns single hosts is asserted where claims and reports are. */
public final class Laws {

    private Laws() {}

    public static void hold(Rollout before, Event event, Decision decision, Instant now) {
        oneAuditRowPerTransition(before, decision);
        terminalIsTerminal(before, decision);
        noWaveBeforeItsTurn(decision);
        nothingOfferedWhereStopped(decision);
        aFailedWaveDoesNotPass(before, decision);
        passedForGoodReason(before, event, decision);
        noGateIsPassedOver(before, event, decision);
        backMeansAllBack(decision);
        approvedByEnough(before, event, decision, now);
        backOnlyWhereItMayGo(before, event, decision);
        beginsAfterWhatItDependsOn(before, decision, now);
        skippedByWordAlone(event, decision);
        somethingIsWaitedFor(decision, now);
        nothingQuarantinedGoesOn(decision);
        newcomersComeLast(decision);
        if (decision.outcome() instanceof Moved) {
            Promises.hold(decision.next(), now);
        }
    }

    /** Four eyes: as many different people as asked for, none of them the author, and none of their words expired. */
    private static void approvedByEnough(Rollout before, Event event, Decision decision, Instant now) {
        for (int i = 0; i < before.waves().size(); i++) {
            Wave wave = decision.next().waves().get(i);
            boolean passes =
                    wave.state() == WaveState.PASSED && before.waves().get(i).state() != WaveState.PASSED;
            if (passes && wave.policy().clearance().approval()) {
                require(event instanceof Event.Approve, "passed without being approved");
                Consent consent = decision.next().outside().consent();
                long people = consent.standing(i, now).stream()
                        .map(Approval::actor)
                        .filter(actor -> !consent.barred().contains(actor))
                        .distinct()
                        .count();
                require(people >= before.policy().approvals().required(), "passed with too few approvals: " + consent);
            }
        }
    }

    private static void backOnlyWhereItMayGo(Rollout before, Event event, Decision decision) {
        if (decision.next().phase() instanceof RollingBack && !(before.phase() instanceof RollingBack)) {
            switch (before.policy().rollback().permission()) {
                case ALLOWED -> {}
                case APPROVAL -> require(byWord(event), "taken back without a person's word");
                case FORBIDDEN -> throw new AssertionError("taken back, which is forbidden");
            }
        }
    }

    private static boolean byWord(Event event) {
        return event instanceof Event.RollBack || event instanceof Event.Retry;
    }

    private static void beginsAfterWhatItDependsOn(Rollout before, Decision decision, Instant now) {
        Wave first = decision.next().waves().getFirst();
        if (!first.opened() || before.waves().getFirst().opened()) {
            return;
        }
        Set<String> without = new HashSet<>();
        if (decision.outcome() instanceof Moved(List<Transition> steps)) {
            for (Transition step : steps) {
                without.addAll(step.from() instanceof Scheduled scheduled ? scheduled.without() : Set.of());
            }
        }
        for (Dependency dependency : before.outside().dependencies()) {
            boolean waived = without.contains(dependency.id());
            require(
                    waived || dependency.metBy(now),
                    "begun before %s was completed: %s".formatted(dependency.name(), decision.outcome()));
        }
    }

    private static void skippedByWordAlone(Event event, Decision decision) {
        boolean skips = decision.commands().stream().anyMatch(Command.SkipHost.class::isInstance);
        require(!skips || event instanceof Event.SkipHost, "a host was skipped by nobody");
    }

    /** I11. */
    private static void oneAuditRowPerTransition(Rollout before, Decision decision) {
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
    private static void terminalIsTerminal(Rollout before, Decision decision) {
        if (before.phase() instanceof Ended) {
            boolean unheard = decision.outcome() instanceof Refused || decision.outcome() instanceof Ignored;
            require(unheard && decision.commands().isEmpty(), "I10: it moved after its end");
        }
    }

    /** I1. */
    private static void noWaveBeforeItsTurn(Decision decision) {
        List<Wave> waves = decision.next().waves();
        for (int i = 1; i < waves.size(); i++) {
            boolean offered = waves.get(i).directive() == Directive.OFFER;
            require(!offered || waves.get(i - 1).state() == WaveState.PASSED, "I1: offered before its turn");
        }
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
    private static void aFailedWaveDoesNotPass(Rollout before, Decision decision) {
        for (int i = 0; i < before.waves().size(); i++) {
            WaveState next = decision.next().waves().get(i).state();
            if (before.waves().get(i).state() == WaveState.FAILED) {
                require(next != WaveState.PASSED && next != WaveState.SOAKING, "I6: a failed wave passed");
                require(next != WaveState.OPEN || directed(decision, i), "I6: opened again under its old epoch");
            }
        }
    }

    /** I7. Under a pause no claim is granted; one after a restore is kept for a person to look at. */
    private static void nothingQuarantinedGoesOn(Decision decision) {
        boolean heard = decision.outcome() instanceof Moved || decision.outcome() instanceof Unchanged;
        boolean barred = decision.next().outside().quarantine() != null;
        require(
                !heard || !barred || !(decision.next().phase() instanceof Phase.Advancing),
                "I7: it goes on with what is quarantined");
    }

    /** I5: nobody is listed before all that was planned has passed, or twice, and nothing is offered before it is known to whom. */
    private static void newcomersComeLast(Decision decision) {
        List<Wave> waves = decision.next().waves();
        Wave last = waves.getLast();
        List<Wave> planned = waves.subList(0, waves.size() - 1);
        for (Command command : decision.commands()) {
            if (command instanceof Command.Enlist(int wave)) {
                require(wave == planned.size() && last.isForNewcomers(), "I5: listed in a wave that was planned");
                require(!last.enlisted(), "I5: listed twice");
                require(planned.stream().allMatch(each -> each.state() == WaveState.PASSED), "I5: listed too early");
            }
        }
        boolean known = last.enlisted() || !last.isForNewcomers();
        require(known || last.directive() != Directive.OFFER, "I5: offered to whoever comes");
    }

    private static boolean directed(Decision decision, int wave) {
        return decision.commands().contains(new Direct(wave, Directive.OFFER));
    }

    /** A wave passes by its hosts' proofs, by a person's word about hosts that are away or held, or because nobody is left in it. */
    private static void passedForGoodReason(Rollout before, Event event, Decision decision) {
        for (int i = 0; i < before.waves().size(); i++) {
            boolean passes = decision.next().waves().get(i).state() == WaveState.PASSED
                    && before.waves().get(i).state() != WaveState.PASSED;
            if (passes) {
                Wave wave = decision.next().waves().get(i);
                boolean all = wave.policy().budget().minSettled() == null;
                require(!all || wave.counts().inFlight() == 0, "I1: passed while hosts had yet to answer");
                int budget = wave.policy().budget().maxFailed().of(wave.counts().total());
                require(wave.counts().lost() <= budget, "I6: passed over its budget");
                boolean proved = wave.counts().allSkipped() || wave.counts().settled() > 0;
                require(proved || event instanceof Event.Promote || event instanceof Event.Approve, "passed unproved");
            }
        }
    }

    /** Only a person's word opens the next wave while a gate that counts has not passed since the soak. */
    private static void noGateIsPassedOver(Rollout before, Event event, Decision decision) {
        boolean byWord = event instanceof Event.Promote || event instanceof Event.Approve;
        for (int i = 0; i < before.waves().size() && !byWord; i++) {
            Wave wave = decision.next().waves().get(i);
            if (wave.state() == WaveState.PASSED && before.waves().get(i).state() != WaveState.PASSED) {
                require(
                        wave.counts().allSkipped()
                                || Gates.closed(wave, Instant.MIN).isEmpty(),
                        "passed a gate that is closed");
            }
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

    public static void require(boolean holds, String what) {
        if (!holds) {
            throw new AssertionError(what);
        }
    }
}
