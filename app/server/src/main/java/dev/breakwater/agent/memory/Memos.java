package dev.breakwater.agent.memory;

import java.time.Instant;
import java.util.Arrays;
import org.jspecify.annotations.Nullable;

/** The tag of the last answer of each row, under which orders it was given, and until which second it can be true. */
final class Memos {
    private static final int NONE = -1;
    private static final int FOR_EVER = Integer.MAX_VALUE;

    private long[] high;
    private int[] low;
    private int[] order;
    private int[] until;

    Memos(int rows) {
        high = new long[rows];
        low = new int[rows];
        order = new int[rows];
        until = new int[rows];
        Arrays.fill(order, NONE);
    }

    void put(int row, String tag, int underOrder, @Nullable Instant untilThen) {
        high[row] = Tag.high(tag);
        low[row] = Tag.low(tag);
        order[row] = underOrder;
        until[row] = untilThen == null ? FOR_EVER : (int) Math.min(FOR_EVER - 1, untilThen.getEpochSecond());
    }

    void forget(int row) {
        order[row] = NONE;
    }

    boolean says(int row, long tagHigh, int tagLow) {
        return row < high.length && row < low.length && high[row] == tagHigh && low[row] == tagLow;
    }

    int order(int row) {
        return row < order.length ? order[row] : NONE;
    }

    boolean ends(int row) {
        return row >= until.length || until[row] != FOR_EVER;
    }

    boolean holdsAt(int row, Instant now) {
        return row < until.length && now.getEpochSecond() < until[row];
    }

    void grow(int rows) {
        var before = order.length;
        high = Arrays.copyOf(high, rows);
        low = Arrays.copyOf(low, rows);
        order = Arrays.copyOf(order, rows);
        until = Arrays.copyOf(until, rows);
        Arrays.fill(order, before, rows, NONE);
    }

    long bytes() {
        return 20L * high.length;
    }
}
