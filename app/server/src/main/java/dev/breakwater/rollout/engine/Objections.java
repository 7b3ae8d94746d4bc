package dev.breakwater.rollout.engine;

import dev.breakwater.rollout.engine.Outcome.Ignored;
import dev.breakwater.rollout.engine.Outcome.Refused;
import java.util.Optional;

/** Why a verb was not carried out; none where it was. */
final class Objections {

    private Objections() {}

    static Optional<Outcome> none() {
        return Optional.empty();
    }

    static Optional<Outcome> ignored(String why) {
        return Optional.of(new Ignored(why));
    }

    static Optional<Outcome> refused(String why) {
        return Optional.of(new Refused(why));
    }

    static Optional<Outcome> over(Course course) {
        return refused("it is over: " + course.phase().name());
    }
}
