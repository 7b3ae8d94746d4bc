package dev.breakwater.rollout.engine.fleet;

import java.time.Duration;
import java.util.List;
import java.util.SplittableRandom;

/** Loses, doubles and delays what hosts say. {@code badness} is how many of a hundred reports it mishandles in each way. */
record Network(int badness, SplittableRandom chance) {

    boolean loses() {
        return chance.nextInt(100) < badness;
    }

    /** When a report arrives: never, once or twice. */
    List<Duration> deliveries() {
        if (loses()) {
            return List.of();
        }
        return loses() ? List.of(delay(), delay()) : List.of(delay());
    }

    private Duration delay() {
        return loses() ? Duration.ofSeconds(chance.nextInt(1, 1_200)) : Duration.ofMillis(chance.nextInt(1, 500));
    }
}
