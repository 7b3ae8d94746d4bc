package dev.breakwater.rollout.engine;

import dev.breakwater.rollout.engine.Event.Approve;
import dev.breakwater.rollout.engine.Event.Cancel;
import dev.breakwater.rollout.engine.Event.Halt;
import dev.breakwater.rollout.engine.Event.Pause;
import dev.breakwater.rollout.engine.Event.Promote;
import dev.breakwater.rollout.engine.Event.Reject;
import dev.breakwater.rollout.engine.Event.Resume;
import dev.breakwater.rollout.engine.Event.Retry;
import dev.breakwater.rollout.engine.Event.RollBack;
import dev.breakwater.rollout.engine.Event.Start;
import dev.breakwater.rollout.engine.Event.Supersede;
import dev.breakwater.rollout.engine.Event.Verb;
import dev.breakwater.rollout.engine.Outcome.Ignored;
import dev.breakwater.rollout.engine.Outcome.Refused;
import dev.breakwater.rollout.engine.Phase.Advancing;
import dev.breakwater.rollout.engine.Phase.AwaitingApproval;
import dev.breakwater.rollout.engine.Phase.Cancelled;
import dev.breakwater.rollout.engine.Phase.Draft;
import dev.breakwater.rollout.engine.Phase.Ended;
import dev.breakwater.rollout.engine.Phase.Halted;
import dev.breakwater.rollout.engine.Phase.Pausable;
import dev.breakwater.rollout.engine.Phase.Paused;
import dev.breakwater.rollout.engine.Phase.Rolling;
import dev.breakwater.rollout.engine.Phase.RollingBack;
import dev.breakwater.rollout.engine.Phase.Scheduled;
import dev.breakwater.rollout.engine.Phase.Soaking;
import dev.breakwater.rollout.engine.Phase.Superseded;
import dev.breakwater.rollout.engine.Verdict.Result;
import java.time.Instant;
import java.util.Optional;

/** What people may say in which phase. Empty where the verb was carried out, else why it was not. */
final class Verbs {

    private Verbs() {}

    static Optional<Outcome> apply(Course course, Verb verb) {
        return switch (verb) {
            case Start start -> start(course, start);
            case Pause pause -> pause(course, pause);
            case Resume resume -> resume(course, resume.cause());
            case Promote promote -> promote(course, promote.cause());
            case Approve approve -> approve(course, approve.cause());
            case Reject reject -> reject(course, reject.cause());
            case Halt halt -> halt(course, halt.cause());
            case RollBack back -> rollBack(course, back.cause());
            case Retry retry -> retry(course, retry.cause());
            case Cancel cancel -> cancel(course, cancel.cause());
            case Supersede supersede -> supersede(course, supersede.cause());
        };
    }

    private static Optional<Outcome> start(Course course, Start start) {
        return switch (course.phase()) {
            case Draft _, Scheduled _ -> begin(course, start);
            case Advancing _ -> ignored("it has started already");
            case Paused _ -> refused("it has started and is paused; resume it");
            case RollingBack _, Halted _ -> refused("it has started already");
            case Ended _ -> over(course);
        };
    }

    private static Optional<Outcome> begin(Course course, Start start) {
        Instant notBefore = start.notBefore();
        if (notBefore != null && notBefore.isAfter(course.now())) {
            course.move(new Scheduled(notBefore), start.cause());
        } else if (Gates.guardStart(course.wave(0))) {
            course.move(new Scheduled(course.now()), start.cause());
        } else {
            course.open(0, start.cause());
        }
        return done();
    }

    private static Optional<Outcome> pause(Course course, Pause pause) {
        return switch (course.phase()) {
            case Pausable running -> {
                Cause cause = pause.cause();
                course.move(new Paused(running, pause.reason(), cause.reason()), cause);
                yield done();
            }
            case Paused _ -> ignored("it is paused already");
            case Draft _ -> refused("it has not started");
            case RollingBack _ -> refused("a rollback cannot be paused; halt it");
            case Halted _ -> refused("it is halted, which is more than paused");
            case Ended _ -> over(course);
        };
    }

    private static Optional<Outcome> resume(Course course, Cause cause) {
        return switch (course.phase()) {
            case Paused paused -> {
                course.move(resumed(course, paused.resume()), cause);
                yield done();
            }
            case Pausable _ -> ignored("it is not paused");
            case Halted _ -> refused("it is halted; retry it, roll it back, supersede or cancel it");
            case Draft _, RollingBack _ -> refused("it is not paused");
            case Ended _ -> over(course);
        };
    }

    private static Phase resumed(Course course, Pausable phase) {
        if (phase instanceof Advancing advancing) {
            course.askGates(advancing.wave());
        }
        return switch (phase) {
            case Soaking soaking -> course.soaking(soaking.wave());
            case Scheduled _, Rolling _, AwaitingApproval _ -> phase;
        };
    }

    private static Optional<Outcome> promote(Course course, Cause cause) {
        return switch (course.phase()) {
            case Soaking soaking -> promote(course, soaking.wave(), cause);
            case Rolling rolling -> promote(course, rolling.wave(), cause);
            case AwaitingApproval _ -> refused("its soak is over; it waits for approval");
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
                yield done();
            }
        };
    }

    private static Optional<Outcome> approve(Course course, Cause cause) {
        return switch (course.phase()) {
            case AwaitingApproval(int wave) -> approve(course, wave, cause);
            case Paused _ -> refused("it is paused; resume it first");
            case Draft _, Scheduled _, Rolling _, Soaking _, RollingBack _, Halted _ -> unasked();
            case Ended _ -> over(course);
        };
    }

    private static Optional<Outcome> approve(Course course, int index, Cause cause) {
        Wave wave = course.wave(index);
        Verdict verdict = Judge.judge(wave, null, course.now());
        if (!verdict.settles()) {
            return refused("wave " + wave.name() + " has changed since it asked: " + verdict.why());
        }
        Optional<GateFact> objecting = Gates.objecting(wave);
        if (objecting.isPresent()) {
            return refused(objecting.get().sentence());
        }
        Progress.pass(course, index, cause);
        return done();
    }

    /** Says no to going on, not that the generation is bad: hosts stay as they are until a person decides what becomes of them. */
    private static Optional<Outcome> reject(Course course, Cause cause) {
        return switch (course.phase()) {
            case AwaitingApproval(int wave) -> stop(course, wave, "rejected ", cause);
            case Paused _ -> refused("it is paused; resume it first");
            case Draft _, Scheduled _, Rolling _, Soaking _, RollingBack _, Halted _ -> unasked();
            case Ended _ -> over(course);
        };
    }

    private static Optional<Outcome> halt(Course course, Cause cause) {
        return switch (course.phase()) {
            case Advancing advancing -> stop(course, advancing.wave(), "halted ", cause);
            case Paused paused
            when paused.resume() instanceof Advancing held -> stop(course, held.wave(), "halted ", cause);
            case RollingBack back -> {
                Failure.haltRollback(course, back.wave(), cause);
                yield done();
            }
            case Draft _, Scheduled _, Paused _ -> refused("no wave has opened; cancel it");
            case Halted _ -> ignored("it is halted already");
            case Ended _ -> over(course);
        };
    }

    private static Optional<Outcome> stop(Course course, int wave, String verb, Cause cause) {
        Failure.close(course, wave, verb + cause.by());
        Failure.halt(course, wave, cause);
        return done();
    }

    private static Optional<Outcome> rollBack(Course course, Cause cause) {
        return switch (course.phase()) {
            case Advancing advancing -> back(course, advancing.wave(), cause);
            case Paused paused when paused.resume() instanceof Advancing held -> back(course, held.wave(), cause);
            case Halted halted when halted.takingBack() -> backAgain(course, halted.wave(), cause);
            case Halted halted -> back(course, halted.wave(), cause);
            case Draft _, Scheduled _, Paused _ -> refused("no wave has opened; cancel it");
            case RollingBack _ -> ignored("it is rolling back already");
            case Ended _ -> over(course);
        };
    }

    private static Optional<Outcome> back(Course course, int wave, Cause cause) {
        Rollback.begin(course, wave, cause);
        return done();
    }

    private static Optional<Outcome> backAgain(Course course, int wave, Cause cause) {
        Rollback.again(course, wave, cause);
        return done();
    }

    private static Optional<Outcome> retry(Course course, Cause cause) {
        return switch (course.phase()) {
            case Halted halted when halted.takingBack() -> backAgain(course, halted.wave(), cause);
            case Halted _ -> again(course, cause);
            case Draft _, Pausable _, Paused _, RollingBack _ -> refused("it is not halted");
            case Ended _ -> over(course);
        };
    }

    private static Optional<Outcome> again(Course course, Cause cause) {
        Retrial.begin(course, cause);
        return done();
    }

    private static Optional<Outcome> cancel(Course course, Cause cause) {
        return switch (course.phase()) {
            case Draft _, Pausable _, Paused _, Halted _ -> close(course, new Cancelled(), cause);
            case RollingBack _ -> refused("it is rolling back; halt it first");
            case Ended _ -> over(course);
        };
    }

    /** Legal wherever the rollout is not over: the way forward must never be barred. */
    private static Optional<Outcome> supersede(Course course, Cause cause) {
        return switch (course.phase()) {
            case Draft _, Pausable _, Paused _, RollingBack _, Halted _ -> close(course, new Superseded(), cause);
            case Ended _ -> over(course);
        };
    }

    /** Leaves hosts as they are, and withdraws whatever they were told. */
    private static Optional<Outcome> close(Course course, Ended phase, Cause cause) {
        for (int i = 0; i < course.waves(); i++) {
            switch (course.wave(i).state()) {
                case PENDING, OPEN, SOAKING -> course.change(i, wave -> wave.in(WaveState.SKIPPED));
                case PASSED, FAILED, ROLLED_BACK, SKIPPED -> {}
            }
            course.direct(i, Directive.DONE);
        }
        course.end(phase, cause);
        return done();
    }

    private static Optional<Outcome> done() {
        return Optional.empty();
    }

    private static Optional<Outcome> ignored(String why) {
        return Optional.of(new Ignored(why));
    }

    private static Optional<Outcome> refused(String why) {
        return Optional.of(new Refused(why));
    }

    private static Optional<Outcome> unasked() {
        return refused("it does not wait for approval");
    }

    private static Optional<Outcome> over(Course course) {
        return refused("it is over: " + course.phase().name());
    }
}
