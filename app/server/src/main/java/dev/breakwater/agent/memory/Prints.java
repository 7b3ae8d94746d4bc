package dev.breakwater.agent.memory;

import java.util.Arrays;

/** What the last report of each row's host said, in 64 bits; 0 where that is not known to stand. */
final class Prints {
    private static final long NONE = 0;

    private long[] prints;

    Prints(int rows) {
        prints = new long[rows];
    }

    void put(int row, long print) {
        prints[row] = print;
    }

    void forget(int row) {
        prints[row] = NONE;
    }

    void forgetAll() {
        Arrays.fill(prints, NONE);
    }

    boolean says(int row, long print) {
        return print != NONE && row < prints.length && prints[row] == print;
    }

    void grow(int rows) {
        prints = Arrays.copyOf(prints, rows);
    }

    long bytes() {
        return 8L * prints.length;
    }
}
