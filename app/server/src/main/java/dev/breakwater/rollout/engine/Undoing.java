package dev.breakwater.rollout.engine;

import static dev.breakwater.rollout.engine.Objections.ignored;
import static dev.breakwater.rollout.engine.Objections.none;
import static dev.breakwater.rollout.engine.Objections.over;
import static dev.breakwater.rollout.engine.Objections.refused;

import dev.breakwater.rollout.engine.Phase.Advancing;
import dev.breakwater.rollout.engine.Phase.Draft;
import dev.breakwater.rollout.engine.Phase.Ended;
import dev.breakwater.rollout.engine.Phase.Halted;
import dev.breakwater.rollout.engine.Phase.Paused;
import dev.breakwater.rollout.engine.Phase.RollingBack;
import dev.breakwater.rollout.engine.Phase.Scheduled;
import dev.breakwater.rollout.engine.policy.RollbackPermission;
import java.util.Optional;

/** Verbs about what has failed: take it back, or try it again. */
final class Undoing {

    private Undoing() {}

    static Optional<Outcome> rollBack(Course course, Cause cause) {
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

    static Optional<Outcome> retry(Course course, Cause cause) {
        return switch (course.phase()) {
            case Halted halted when halted.takingBack() -> backAgain(course, halted.wave(), cause);
            case Halted _
            when course.outside().quarantine() != null -> refused("what it offers is quarantined: release it first");
            case Halted _ -> {
                Retrial.begin(course, cause);
                yield none();
            }
            case Advancing _ -> ignored("it goes on already");
            case RollingBack _ -> ignored("it is rolling back already");
            case Draft _, Scheduled _, Paused _ -> refused("it is not halted");
            case Ended _ -> over(course);
        };
    }

    private static Optional<Outcome> back(Course course, int wave, Cause cause) {
        if (course.policy().rollback().permission() == RollbackPermission.FORBIDDEN) {
            return refused("its rollback is forbidden: retry it, supersede or cancel it");
        }
        Rollback.begin(course, wave, cause);
        return none();
    }

    private static Optional<Outcome> backAgain(Course course, int wave, Cause cause) {
        Rollback.again(course, wave, cause);
        return none();
    }
}
