package dev.breakwater.fleetsim;

import java.util.UUID;
import java.util.random.RandomGenerator;

/** The operating system of a simulated host: what runs, what booted, what boots next. Immutable. */
record Machine(String current, String booted, String next, String bootId) {
    static Machine running(String ref, RandomGenerator random) {
        return new Machine(ref, ref, ref, bootId(random));
    }

    /** A switch in place, or, where the platform needs it, a boot into the ref. */
    Machine activate(String ref, boolean boots, RandomGenerator random) {
        return boots ? running(ref, random) : new Machine(ref, booted, ref, bootId);
    }

    private static String bootId(RandomGenerator random) {
        return new UUID(random.nextLong(), random.nextLong()).toString();
    }
}
