package dev.breakwater.rollout.engine.plan;

import java.util.Arrays;

/** A host's place in the order of a seed: SplitMix64's finalizer over seed and id, which spreads time-ordered ids evenly. */
final class Draw {

    private Draw() {}

    static long of(long seed, long mostOfId, long leastOfId) {
        return mix(mix(mix(seed) ^ mostOfId) ^ leastOfId);
    }

    /**
     * The rows of a roster in the order drawn. Sorts numbers, not hosts: the upper bits of what was drawn with the row in the lower ones,
     * and the few whose upper bits are the same once more by all bits.
     */
    static int[] order(Roster roster, long seed) {
        int size = roster.size();
        long rowBits = (Long.highestOneBit(Math.max(1, size)) << 1) - 1;
        long[] packed = new long[size];
        for (int row = 0; row < size; row++) {
            packed[row] = (of(seed, roster.most(row), roster.least(row)) & ~rowBits) | row;
        }
        Arrays.sort(packed);
        int[] order = new int[size];
        for (int i = 0; i < size; i++) {
            order[i] = (int) (packed[i] & rowBits);
        }
        settleTies(roster, seed, order, packed, rowBits);
        return order;
    }

    private static void settleTies(Roster roster, long seed, int[] order, long[] packed, long rowBits) {
        for (int i = 1; i < order.length; i++) {
            for (int j = i; j > 0 && (packed[j] & ~rowBits) == (packed[j - 1] & ~rowBits); j--) {
                if (of(roster, seed, order[j]) >= of(roster, seed, order[j - 1])) {
                    break;
                }
                int later = order[j];
                order[j] = order[j - 1];
                order[j - 1] = later;
            }
        }
    }

    private static long of(Roster roster, long seed, int row) {
        return of(seed, roster.most(row), roster.least(row));
    }

    private static long mix(long value) {
        long z = value + 0x9e3779b97f4a7c15L;
        z = (z ^ (z >>> 30)) * 0xbf58476d1ce4e5b9L;
        z = (z ^ (z >>> 27)) * 0x94d049bb133111ebL;
        return z ^ (z >>> 31);
    }
}
