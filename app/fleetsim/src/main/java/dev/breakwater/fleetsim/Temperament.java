package dev.breakwater.fleetsim;

import java.time.Duration;
import java.util.List;
import java.util.random.RandomGenerator;

/**
 * What sets one simulated host apart: how it takes generations of a certain name, how long a switch takes it, and the drift it
 * shows besides. An empty {@code generation} means every generation. A rollback always goes well.
 */
record Temperament(Behaviour behaviour, String generation, Duration activation, List<String> drift) {
    Temperament {
        drift = List.copyOf(drift);
    }

    static Temperament healthy(Duration activation) {
        return new Temperament(Behaviour.HEALTHY, "", activation, List.of());
    }

    Temperament on(String badGeneration, Behaviour how) {
        return new Temperament(how, badGeneration, activation, drift);
    }

    Temperament drifting(String... kinds) {
        return new Temperament(behaviour, generation, activation, List.of(kinds));
    }

    Behaviour towards(Desired desired) {
        var applies = desired.action() == Desired.Action.ACTIVATE
                && (generation.isEmpty() || generation.equals(desired.generation()));
        return applies ? behaviour : Behaviour.HEALTHY;
    }

    /** Between half and one and a half times the usual. */
    Duration activation(Behaviour towards, RandomGenerator random) {
        var usual = activation.toMillis() * (towards == Behaviour.SLOW ? 20 : 1);
        return Duration.ofMillis((long) (usual * (0.5 + random.nextDouble())));
    }
}
