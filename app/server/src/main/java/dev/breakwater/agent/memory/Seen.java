package dev.breakwater.agent.memory;

import java.util.concurrent.atomic.AtomicLongArray;
import java.util.function.IntConsumer;

/** One bit for each row whose host was there since it was last asked. */
final class Seen {
    private volatile AtomicLongArray words;

    Seen(int rows) {
        words = new AtomicLongArray(wordsFor(rows));
    }

    void mark(int row) {
        var all = words;
        var word = row >>> 6;
        var bit = 1L << row;
        if (word < all.length() && (all.getOpaque(word) & bit) == 0) {
            all.getAndAccumulate(word, bit, (before, more) -> before | more);
        }
    }

    void drain(IntConsumer rows) {
        var all = words;
        for (var word = 0; word < all.length(); word++) {
            var bits = all.getOpaque(word) == 0 ? 0 : all.getAndSet(word, 0);
            for (; bits != 0; bits &= bits - 1) {
                rows.accept(word << 6 | Long.numberOfTrailingZeros(bits));
            }
        }
    }

    /** A mark made meanwhile may be lost: the host polls again. */
    void grow(int rows) {
        var before = words;
        var after = new AtomicLongArray(wordsFor(rows));
        for (var word = 0; word < before.length(); word++) {
            after.set(word, before.get(word));
        }
        words = after;
    }

    long bytes() {
        return 8L * words.length();
    }

    private static int wordsFor(int rows) {
        return (rows + 63) >>> 6;
    }
}
