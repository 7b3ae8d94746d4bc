package dev.breakwater.rollout.engine;

import static dev.breakwater.rollout.engine.Objections.ignored;
import static dev.breakwater.rollout.engine.Objections.none;
import static dev.breakwater.rollout.engine.Objections.over;
import static dev.breakwater.rollout.engine.Objections.refused;

import dev.breakwater.rollout.engine.Event.Approve;
import dev.breakwater.rollout.engine.Event.Cancel;
import dev.breakwater.rollout.engine.Event.Halt;
import dev.breakwater.rollout.engine.Event.Pause;
import dev.breakwater.rollout.engine.Event.Promote;
import dev.breakwater.rollout.engine.Event.Reject;
import dev.breakwater.rollout.engine.Event.Resume;
import dev.breakwater.rollout.engine.Event.Retry;
import dev.breakwater.rollout.engine.Event.RollBack;
import dev.breakwater.rollout.engine.Event.Schedule;
import dev.breakwater.rollout.engine.Event.SkipHost;
import dev.breakwater.rollout.engine.Event.Start;
import dev.breakwater.rollout.engine.Event.Supersede;
import dev.breakwater.rollout.engine.Event.Verb;
import dev.breakwater.rollout.engine.Phase.Advancing;
import dev.breakwater.rollout.engine.Phase.AwaitingApproval;
import dev.breakwater.rollout.engine.Phase.Draft;
import dev.breakwater.rollout.engine.Phase.Ended;
import dev.breakwater.rollout.engine.Phase.Enlisting;
import dev.breakwater.rollout.engine.Phase.Halted;
import dev.breakwater.rollout.engine.Phase.Pausable;
import dev.breakwater.rollout.engine.Phase.PauseReason;
import dev.breakwater.rollout.engine.Phase.Paused;
import dev.breakwater.rollout.engine.Phase.Rolling;
import dev.breakwater.rollout.engine.Phase.RollingBack;
import dev.breakwater.rollout.engine.Phase.Scheduled;
import dev.breakwater.rollout.engine.Phase.Soaking;
import dev.breakwater.rollout.engine.Verdict.Result;
import java.time.Instant;
import java.util.Optional;
import java.util.Set;

/** What people may say in which phase: here what takes a rollout on. Empty where the verb was carried out, else why it was not. */
final class Verbs {

    private Verbs() {}

    static Optional<Outcome> apply(Course course, Verb verb) {
        return switch (verb) {
            case Start start -> start(course, start);
            case Schedule schedule -> schedule(course, schedule);
            case Pause pause -> Stopping.pause(course, pause);
            case Resume resume -> resume(course, resume.cause());
            case Promote promote -> promote(course, promote.cause());
            case Approve approve -> Approving.approve(course, approve.cause());
            case Reject reject -> Approving.reject(course, reject.cause());
            case Halt halt -> Stopping.halt(course, halt.cause());
            case RollBack back -> Undoing.rollBack(course, back.cause());
            case Retry retry -> Undoing.retry(course, retry.cause());
            case SkipHost skip -> Skipping.skip(course, skip);
            case Cancel cancel -> Stopping.cancel(course, cancel.cause());
            case Supersede supersede -> Stopping.supersede(course, supersede.cause());
        };
    }

    private static Optional<Outcome> start(Course course, Start start) {
        return switch (course.phase()) {
            case Draft _ -> begin(course, start, Set.of());
            case Scheduled scheduled -> begin(course, start, scheduled.without());
            case Advancing _ -> ignored("it has started already");
            case Paused _ -> refused("it has started and is paused; resume it");
            case RollingBack _, Halted _ -> refused("it has started already");
            case Ended _ -> over(course);
        };
    }

    private static Optional<Outcome> begin(Course course, Start start, Set<String> without) {
        Instant notBefore = start.notBefore();
        boolean later = notBefore != null && notBefore.isAfter(course.now());
        Scheduled scheduled = new Scheduled(later && notBefore != null ? notBefore : course.now(), without);
        if (later || waits(course, scheduled)) {
            course.move(scheduled, start.cause());
        } else {
            course.open(0, start.cause());
        }
        return none();
    }

    private static boolean waits(Course course, Scheduled scheduled) {
        return Gates.guardStart(course.wave(0))
                || course.outside().quarantine() != null
                || !Dependencies.met(course.outside(), scheduled, course.now());
    }

    private static Optional<Outcome> schedule(Course course, Schedule schedule) {
        Instant at = schedule.notBefore();
        return switch (course.phase()) {
            case Draft _ -> to(course, new Scheduled(at), schedule.cause());
            case Scheduled scheduled -> move(course, scheduled, moved(scheduled, at), schedule.cause());
            case Paused paused
            when paused.resume() instanceof Scheduled scheduled ->
                move(course, paused, new Paused(moved(scheduled, at), paused.reason(), paused.why()), schedule.cause());
            case Advancing _, Paused _, RollingBack _, Halted _ -> refused("it has started already");
            case Ended _ -> over(course);
        };
    }

    private static Scheduled moved(Scheduled scheduled, Instant at) {
        return new Scheduled(at, scheduled.without());
    }

    private static Optional<Outcome> move(Course course, Phase from, Phase to, Cause cause) {
        return from.equals(to) ? ignored("it starts then already") : to(course, to, cause);
    }

    private static Optional<Outcome> to(Course course, Phase phase, Cause cause) {
        course.move(phase, cause);
        return none();
    }

    private static Optional<Outcome> resume(Course course, Cause cause) {
        return switch (course.phase()) {
            case Paused paused -> to(course, resumed(course, paused), cause);
            case Pausable _ -> ignored("it is not paused");
            case Halted _ -> refused("it is halted; retry it, roll it back, supersede or cancel it");
            case Draft _, RollingBack _ -> refused("it is not paused");
            case Ended _ -> over(course);
        };
    }

    private static Phase resumed(Course course, Paused paused) {
        if (paused.resume() instanceof Advancing advancing && !(advancing instanceof Enlisting)) {
            course.askGates(advancing.wave());
        }
        return switch (paused.resume()) {
            case Soaking soaking -> course.soaking(soaking.wave());
            case Scheduled scheduled
            when paused.reason() == PauseReason.DEPENDENCY -> Dependencies.without(course.outside(), scheduled);
            case Scheduled _, Rolling _, Enlisting _, AwaitingApproval _ -> paused.resume();
        };
    }

    private static Optional<Outcome> promote(Course course, Cause cause) {
        return switch (course.phase()) {
            case Soaking soaking -> promote(course, soaking.wave(), cause);
            case Rolling rolling -> promote(course, rolling.wave(), cause);
            case AwaitingApproval _ -> refused("its soak is over; it waits for approval");
            case Enlisting _ -> refused("no wave is soaking: the hosts that join it are being listed");
            case Paused _ -> refused("it is paused; resume it first");
            case Draft _, Scheduled _, RollingBack _, Halted _ -> refused("no wave is soaking");
            case Ended _ -> over(course);
        };
    }

    private static Optional<Outcome> promote(Course course, int index, Cause cause) {
        Wave wave = course.wave(index);
        Verdict verdict = Judge.judge(wave, null, course.now());
        return switch (verdict.result()) {
            case FAIL, WAITING -> refused("wave " + wave.name() + " cannot be promoted: " + verdict.why());
            case NO_DATA, SOAK, PASS -> {
                course.change(index, promoted -> promoted.judged(new Verdict(Result.PASS, "promoted " + cause.by())));
                Progress.soaked(course, index, cause);
                yield none();
            }
        };
    }
}
