package dev.breakwater.rollout.engine.plan;

import java.util.UUID;

/** A host's place in the order of a seed: SplitMix64's finalizer over seed and id, which spreads time-ordered ids evenly. */
final class Draw {

    private Draw() {}

    static long of(long seed, UUID id) {
        return mix(mix(mix(seed) ^ id.getMostSignificantBits()) ^ id.getLeastSignificantBits());
    }

    private static long mix(long value) {
        long z = value + 0x9e3779b97f4a7c15L;
        z = (z ^ (z >>> 30)) * 0xbf58476d1ce4e5b9L;
        z = (z ^ (z >>> 27)) * 0x94d049bb133111ebL;
        return z ^ (z >>> 31);
    }
}
