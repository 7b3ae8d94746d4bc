package dev.breakwater.rollout;

import dev.breakwater.rollout.engine.Decision;
import dev.breakwater.rollout.engine.Outcome.Moved;
import dev.breakwater.rollout.engine.Outcome.Transition;
import dev.breakwater.rollout.engine.Phase;
import dev.breakwater.rollout.engine.Phase.AwaitingApproval;
import dev.breakwater.rollout.engine.Phase.Cancelled;
import dev.breakwater.rollout.engine.Phase.Completed;
import dev.breakwater.rollout.engine.Phase.Draft;
import dev.breakwater.rollout.engine.Phase.Enlisting;
import dev.breakwater.rollout.engine.Phase.Halted;
import dev.breakwater.rollout.engine.Phase.Paused;
import dev.breakwater.rollout.engine.Phase.RolledBack;
import dev.breakwater.rollout.engine.Phase.Rolling;
import dev.breakwater.rollout.engine.Phase.RollingBack;
import dev.breakwater.rollout.engine.Phase.Scheduled;
import dev.breakwater.rollout.engine.Phase.Soaking;
import dev.breakwater.rollout.engine.Phase.Superseded;
import dev.breakwater.rollout.engine.Rollout;
import dev.breakwater.rollout.store.EventStore.NewEvent;
import dev.breakwater.rollout.store.RolloutRow;
import java.time.Instant;
import org.jspecify.annotations.Nullable;
import org.springframework.stereotype.Component;

/** Makes a sentence of every transition: one row of the log and of the audit trail each (I11). */
@Component
class Narration {
    private final RolloutLog log;

    Narration(RolloutLog log) {
        this.log = log;
    }

    void tell(RolloutRow row, Decision decision, Instant now) {
        if (decision.outcome() instanceof Moved(var transitions)) {
            transitions.forEach(step -> log.step(row.id(), event(row, decision.next(), step, now)));
        }
    }

    private static NewEvent event(RolloutRow row, Rollout rollout, Transition step, Instant now) {
        var wave = wave(rollout, step.to());
        var cause = step.cause();
        var why = cause.reason().isBlank() ? "" : ": " + cause.reason();
        var message = "%s %s%s.".formatted(row.name(), deed(rollout, step), why);
        return new NewEvent(now, type(step), wave, cause.actor(), cause.reason(), message);
    }

    private static String type(Transition step) {
        return switch (step.to()) {
            case Draft _ -> "rollout.drafted";
            case Scheduled _ -> resumed(step) ? "rollout.resumed" : "rollout.scheduled";
            case Rolling _ -> rolling(step.from());
            case Enlisting _ -> enlisting(step.from());
            case Soaking _ -> resumed(step) ? "rollout.resumed" : "wave.soaking";
            case AwaitingApproval _ -> awaiting(step);
            case Paused _ -> resumed(step) ? "rollout.scheduled" : "rollout.paused";
            case RollingBack _ -> "rollout.rolling_back";
            case RolledBack _ -> "rollout.rolled_back";
            case Halted _ -> "rollout.halted";
            case Completed _ -> "rollout.completed";
            case Cancelled _ -> "rollout.cancelled";
            case Superseded _ -> "rollout.superseded";
        };
    }

    private static String rolling(Phase from) {
        return switch (from) {
            case Draft _, Scheduled _ -> "rollout.started";
            case Paused _ -> "rollout.resumed";
            case Halted _ -> "rollout.retried";
            case Rolling _, Enlisting _, Soaking _, AwaitingApproval _ -> "wave.opened";
            case RollingBack _, RolledBack _, Completed _, Cancelled _, Superseded _ -> "wave.opened";
        };
    }

    private static String enlisting(Phase from) {
        return switch (from) {
            case Paused _ -> "rollout.resumed";
            case Halted _ -> "rollout.retried";
            case Rolling _, Enlisting _, Soaking _, AwaitingApproval _ -> "wave.enlisting";
            case Draft _, Scheduled _, RollingBack _, RolledBack _, Completed _, Cancelled _, Superseded _ ->
                "wave.enlisting";
        };
    }

    private static String awaiting(Transition step) {
        if (resumed(step)) {
            return "rollout.resumed";
        }
        return step.from() instanceof AwaitingApproval ? "wave.approved" : "wave.awaiting_approval";
    }

    private static boolean resumed(Transition step) {
        return step.from() instanceof Paused;
    }

    private static String deed(Rollout rollout, Transition step) {
        if (resumed(step) && step.to() instanceof Phase.Pausable) {
            return "goes on";
        }
        return switch (step.to()) {
            case Draft _ -> "is a draft";
            case Scheduled scheduled -> "starts at " + scheduled.notBefore();
            case Enlisting(int wave) ->
                "lists the hosts that join " + name(rollout, wave) + passed(rollout, step.from(), wave);
            case Rolling(int wave) -> "opened " + name(rollout, wave) + passed(rollout, step.from(), wave);
            case Soaking(int wave, var until) -> "watches " + name(rollout, wave) + " until " + until;
            case AwaitingApproval(int wave) ->
                step.from() instanceof AwaitingApproval
                        ? "was approved, and waits for more approvals of " + name(rollout, wave)
                        : "waits for approval of " + name(rollout, wave);
            case Paused paused
            when resumed(step) && paused.resume() instanceof Scheduled later ->
                "is paused, and starts no earlier than " + later.notBefore();
            case Paused _ -> "is paused";
            case RollingBack _ -> "takes back every host it touched";
            case RolledBack _ -> "is rolled back";
            case Halted _ -> "is halted";
            case Completed _ -> "is completed";
            case Cancelled _ -> "is cancelled";
            case Superseded _ -> "is superseded";
        };
    }

    private static String passed(Rollout rollout, Phase from, int opened) {
        return from instanceof Phase.Advancing before && before.wave() < opened
                ? " after " + name(rollout, before.wave()) + " passed"
                : "";
    }

    private static @Nullable String wave(Rollout rollout, Phase phase) {
        var wave = new Rollout(rollout.policy(), phase, rollout.waves()).currentWave();
        return wave.isPresent() ? rollout.waves().get(wave.getAsInt()).name() : null;
    }

    private static String name(Rollout rollout, int wave) {
        return "wave " + rollout.waves().get(wave).name();
    }
}
