package dev.breakwater.rollout.engine;

import static dev.breakwater.rollout.engine.Objections.ignored;
import static dev.breakwater.rollout.engine.Objections.none;
import static dev.breakwater.rollout.engine.Objections.over;
import static dev.breakwater.rollout.engine.Objections.refused;

import dev.breakwater.rollout.engine.Event.SkipHost;
import dev.breakwater.rollout.engine.Phase.Draft;
import dev.breakwater.rollout.engine.Phase.Ended;
import dev.breakwater.rollout.engine.Phase.Halted;
import dev.breakwater.rollout.engine.Phase.Pausable;
import dev.breakwater.rollout.engine.Phase.Paused;
import dev.breakwater.rollout.engine.Phase.RollingBack;
import java.util.Optional;

/**
 * Takes one host out of what is judged. It is offered nothing more; one that was touched goes back with the others if the rollout is
 * rolled back.
 */
final class Skipping {

    private Skipping() {}

    static Optional<Outcome> skip(Course course, SkipHost skip) {
        return switch (course.phase()) {
            case Pausable _, Paused _ -> skipped(course, skip);
            case Halted halted when !halted.takingBack() -> skipped(course, skip);
            case RollingBack _, Halted _ -> refused("hosts are going back, and each must prove it");
            case Draft _ -> refused("it has not started; hold the host instead");
            case Ended _ -> over(course);
        };
    }

    private static Optional<Outcome> skipped(Course course, SkipHost skip) {
        return switch (skip.state()) {
            case PENDING, DEFERRED, OFFERED, HELD, FAILED, SILENT -> {
                course.command(new Command.SkipHost(skip.host()));
                course.awaitReading();
                yield none();
            }
            case SKIPPED -> ignored("it is skipped already");
            case CLAIMED -> refused("it is switching; it settles, fails or falls silent first");
            case SETTLED -> refused("it has settled");
            case ROLLING_BACK, ROLLED_BACK -> refused("it goes back");
        };
    }
}
