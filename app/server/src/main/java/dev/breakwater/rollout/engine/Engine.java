package dev.breakwater.rollout.engine;

import dev.breakwater.rollout.engine.Event.Tick;
import dev.breakwater.rollout.engine.Event.Verb;
import dev.breakwater.rollout.engine.Outcome.Ignored;
import java.time.Instant;
import java.util.List;
import java.util.Optional;

/**
 * Decides rollouts: what follows from an event, as data. Reads nothing but its arguments and changes nothing; it may be
 * called again after a crash with the same rows and says the same.
 */
public final class Engine {

    private Engine() {}

    /** The rollout's counts must have been read in the transaction that will save the decision. */
    public static Decision decide(Rollout rollout, Event event, Instant now) {
        Course course = new Course(rollout, now);
        Optional<Outcome> objection = hear(course, event);
        if (objection.isPresent()) {
            return new Decision(rollout, List.of(), objection.get());
        }
        Progress.follow(course);
        return course.decision();
    }

    private static Optional<Outcome> hear(Course course, Event event) {
        return switch (event) {
            case Tick() when course.phase().isTerminal() -> Optional.of(new Ignored("the rollout is over"));
            case Tick() -> Optional.empty();
            case Verb verb -> Verbs.apply(course, verb);
        };
    }
}
