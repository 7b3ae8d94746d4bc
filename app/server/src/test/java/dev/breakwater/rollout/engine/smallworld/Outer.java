package dev.breakwater.rollout.engine.smallworld;

import dev.breakwater.rollout.engine.Approval;
import dev.breakwater.rollout.engine.Consent;
import dev.breakwater.rollout.engine.Dependency;
import dev.breakwater.rollout.engine.Outside;
import java.time.Duration;
import java.util.ArrayList;
import java.util.List;
import java.util.Set;

/** Who has approved the first wave, and what has become of a rollout that this one depends on. */
record Outer(boolean alice, boolean bob, Other other) {

    static final String ALICE = "alice";
    static final String BOB = "bob";
    static final String AUTHOR = "dave";

    enum Other {
        NONE,
        ROLLING,
        COMPLETED,
        CANCELLED
    }

    Outer approvedBy(String person, boolean yes) {
        return new Outer(person.equals(ALICE) ? yes : alice, person.equals(BOB) ? yes : bob, other);
    }

    Outer having(Other end) {
        return new Outer(alice, bob, end);
    }

    Outside outside() {
        List<Approval> given = new ArrayList<>();
        if (alice) {
            given.add(new Approval(0, ALICE, World.NOON.plus(World.DEADLINE)));
        }
        if (bob) {
            given.add(new Approval(0, BOB, World.NOON.plus(World.DEADLINE)));
        }
        return new Outside(new Consent(given, Set.of(AUTHOR)), dependencies());
    }

    private List<Dependency> dependencies() {
        boolean over = other != Other.ROLLING;
        return switch (other) {
            case NONE -> List.of();
            case ROLLING, CANCELLED -> List.of(new Dependency("x", "x", other.name(), over, null, Duration.ZERO));
            case COMPLETED -> List.of(new Dependency("x", "x", other.name(), true, World.NOON, Duration.ZERO));
        };
    }
}
