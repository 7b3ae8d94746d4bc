package dev.breakwater.rollout.engine;

import static dev.breakwater.rollout.engine.Objections.ignored;
import static dev.breakwater.rollout.engine.Objections.none;
import static dev.breakwater.rollout.engine.Objections.over;
import static dev.breakwater.rollout.engine.Objections.refused;

import dev.breakwater.rollout.engine.Event.Pause;
import dev.breakwater.rollout.engine.Phase.Advancing;
import dev.breakwater.rollout.engine.Phase.Cancelled;
import dev.breakwater.rollout.engine.Phase.Draft;
import dev.breakwater.rollout.engine.Phase.Ended;
import dev.breakwater.rollout.engine.Phase.Halted;
import dev.breakwater.rollout.engine.Phase.Pausable;
import dev.breakwater.rollout.engine.Phase.Paused;
import dev.breakwater.rollout.engine.Phase.RollingBack;
import dev.breakwater.rollout.engine.Phase.Scheduled;
import dev.breakwater.rollout.engine.Phase.Superseded;
import java.util.Optional;

/** Verbs that stop a rollout: for a while, until a person decides, or for good. */
final class Stopping {

    private Stopping() {}

    static Optional<Outcome> pause(Course course, Pause pause) {
        return switch (course.phase()) {
            case Pausable running -> {
                Cause cause = pause.cause();
                course.move(new Paused(running, pause.reason(), cause.reason()), cause);
                yield none();
            }
            case Paused _ -> ignored("it is paused already");
            case Draft _ -> refused("it has not started");
            case RollingBack _ -> refused("a rollback cannot be paused; halt it");
            case Halted _ -> refused("it is halted, which is more than paused");
            case Ended _ -> over(course);
        };
    }

    static Optional<Outcome> halt(Course course, Cause cause) {
        return switch (course.phase()) {
            case Advancing advancing -> stop(course, advancing.wave(), "halted ", cause);
            case Paused paused
            when paused.resume() instanceof Advancing held -> stop(course, held.wave(), "halted ", cause);
            case RollingBack back -> {
                Failure.haltRollback(course, back.wave(), cause);
                yield none();
            }
            case Draft _, Scheduled _, Paused _ -> refused("no wave has opened; cancel it");
            case Halted _ -> ignored("it is halted already");
            case Ended _ -> over(course);
        };
    }

    static Optional<Outcome> stop(Course course, int wave, String verb, Cause cause) {
        Failure.close(course, wave, verb + cause.by());
        Failure.halt(course, wave, cause);
        return none();
    }

    static Optional<Outcome> cancel(Course course, Cause cause) {
        return switch (course.phase()) {
            case Draft _, Pausable _, Paused _, Halted _ -> close(course, new Cancelled(), cause);
            case RollingBack _ -> refused("it is rolling back; halt it first");
            case Ended _ -> over(course);
        };
    }

    /** Legal wherever the rollout is not over: the way forward must never be barred. */
    static Optional<Outcome> supersede(Course course, Cause cause) {
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
        return none();
    }
}
