package dev.breakwater.rollout.engine.fleet;

import dev.breakwater.rollout.engine.Dependency;
import java.time.Duration;
import java.time.Instant;
import java.util.List;

/** Another rollout that this one depends on: under way for so long, and then completed, or over for another reason. */
record Errand(Duration takes, Duration soak, boolean comesToNothing) {

    private static final String ID = "another";

    /** One that takes no time is none. */
    List<Dependency> at(Instant now) {
        if (takes.isZero()) {
            return List.of();
        }
        Instant end = Simulation.START.plus(takes);
        if (now.isBefore(end)) {
            return List.of(new Dependency(ID, ID, "ROLLING", false, null, soak));
        }
        return comesToNothing
                ? List.of(new Dependency(ID, ID, "CANCELLED", true, null, soak))
                : List.of(new Dependency(ID, ID, "COMPLETED", true, end, soak));
    }
}
