package dev.breakwater.agent.memory;

import java.util.Arrays;

/**
 * Finds the row that has a key of 128 bits: two columns and an open-addressing table over them, two thirds full at most. Its owner locks
 * for writing; who reads without a lock must discard what was found if a write came between.
 */
final class Keys {
    private static final int ABSENT = -1;
    private static final long SPREAD = 0x9E3779B97F4A7C15L;

    private long[] high;
    private long[] low;
    /** Row + 1; 0 is free. */
    private int[] buckets;

    Keys(int rows) {
        high = new long[rows];
        low = new long[rows];
        buckets = new int[bucketsFor(rows)];
    }

    int find(long keyHigh, long keyLow) {
        var table = buckets;
        var mask = table.length - 1;
        var bucket = hash(keyHigh, keyLow) & mask;
        for (var tries = 0; tries <= mask && table[bucket] != 0; tries++) {
            var row = table[bucket] - 1;
            if (is(row, keyHigh, keyLow)) {
                return row;
            }
            bucket = (bucket + 1) & mask;
        }
        return ABSENT;
    }

    void put(int row, long keyHigh, long keyLow) {
        high[row] = keyHigh;
        low[row] = keyLow;
        enter(row);
    }

    /** Closes the gap that the row leaves, so that no search ends early. */
    void remove(int row) {
        var mask = buckets.length - 1;
        var gap = bucketOf(row);
        var next = gap;
        while (true) {
            next = (next + 1) & mask;
            if (buckets[next] == 0) {
                break;
            }
            var home = hash(buckets[next] - 1) & mask;
            if (((next - home) & mask) >= ((next - gap) & mask)) {
                buckets[gap] = buckets[next];
                gap = next;
            }
        }
        buckets[gap] = 0;
    }

    void grow(int rows) {
        high = Arrays.copyOf(high, rows);
        low = Arrays.copyOf(low, rows);
        if (bucketsFor(rows) > buckets.length) {
            var before = buckets;
            buckets = new int[bucketsFor(rows)];
            for (var entry : before) {
                if (entry != 0) {
                    enter(entry - 1);
                }
            }
        }
    }

    long high(int row) {
        return high[row];
    }

    long low(int row) {
        return low[row];
    }

    long bytes() {
        return 16L * high.length + 4L * buckets.length;
    }

    private boolean is(int row, long keyHigh, long keyLow) {
        var highs = high;
        var lows = low;
        return row < lows.length && row < highs.length && lows[row] == keyLow && highs[row] == keyHigh;
    }

    private void enter(int row) {
        var mask = buckets.length - 1;
        var bucket = hash(row) & mask;
        while (buckets[bucket] != 0) {
            bucket = (bucket + 1) & mask;
        }
        buckets[bucket] = row + 1;
    }

    private int bucketOf(int row) {
        var mask = buckets.length - 1;
        var bucket = hash(row) & mask;
        while (buckets[bucket] != row + 1) {
            bucket = (bucket + 1) & mask;
        }
        return bucket;
    }

    private int hash(int row) {
        return hash(high[row], low[row]);
    }

    private static int hash(long keyHigh, long keyLow) {
        return (int) (((keyHigh ^ keyLow) * SPREAD) >>> 32);
    }

    private static int bucketsFor(int rows) {
        return Math.max(16, Integer.highestOneBit(rows + rows / 2) << 1);
    }
}
