package dev.breakwater.rollout.engine.plan;

import static java.nio.charset.StandardCharsets.UTF_8;

import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;

/**
 * Texts kept as bytes, each different one once and numbered as they come: what many hosts have alike costs nothing, what they have not
 * some 20 bytes beside itself. For one thread.
 */
final class Texts {

    private static final int CHUNK = 1 << 18;

    private final List<byte[]> chunks = new ArrayList<>();
    private int used = CHUNK;

    private int[] chunk = new int[256];
    private int[] start = new int[256];
    private int[] length = new int[256];
    private int[] hash = new int[256];
    private int count;
    /** One more than the number of a text; 0 where none is. */
    private int[] table = new int[1024];

    private int lately = -1;
    private String latelyText = "";

    /** The same for the same text. */
    int number(String text) {
        if (lately >= 0 && text.equals(latelyText)) {
            return lately;
        }
        byte[] bytes = text.getBytes(UTF_8);
        int hashed = spread(Arrays.hashCode(bytes));
        int slot = slot(bytes, hashed);
        if (table[slot] == 0) {
            keep(bytes, hashed);
            table[slot] = count;
        }
        lately = table[slot] - 1;
        latelyText = text;
        if (count * 2 > table.length) {
            widen();
        }
        return lately;
    }

    String text(int number) {
        if (number != lately) {
            latelyText = new String(chunks.get(chunk[number]), start[number], length[number], UTF_8);
            lately = number;
        }
        return latelyText;
    }

    /** How many bytes the text has. */
    int length(int number) {
        return length[number];
    }

    void copy(int number, byte[] to, int at) {
        System.arraycopy(chunks.get(chunk[number]), start[number], to, at, length[number]);
    }

    /** In the order of their bytes, which is that of their code points. */
    int compare(int one, int other) {
        return Arrays.compareUnsigned(
                chunks.get(chunk[one]),
                start[one],
                start[one] + length[one],
                chunks.get(chunk[other]),
                start[other],
                start[other] + length[other]);
    }

    private static int spread(int hash) {
        int mixed = hash * 0x9e3779b9;
        return mixed ^ (mixed >>> 16);
    }

    private int slot(byte[] bytes, int hashed) {
        int slot = hashed & (table.length - 1);
        while (table[slot] != 0 && !same(table[slot] - 1, bytes, hashed)) {
            slot = (slot + 1) & (table.length - 1);
        }
        return slot;
    }

    private boolean same(int number, byte[] bytes, int hashed) {
        int from = start[number];
        return hash[number] == hashed
                && Arrays.equals(chunks.get(chunk[number]), from, from + length[number], bytes, 0, bytes.length);
    }

    private void keep(byte[] bytes, int hashed) {
        if (bytes.length > CHUNK - used) {
            chunks.add(new byte[Math.max(CHUNK, bytes.length)]);
            used = 0;
        }
        if (count == chunk.length) {
            grow();
        }
        System.arraycopy(bytes, 0, chunks.getLast(), used, bytes.length);
        chunk[count] = chunks.size() - 1;
        start[count] = used;
        length[count] = bytes.length;
        hash[count] = hashed;
        count++;
        used += bytes.length;
    }

    private void grow() {
        int wider = count + count / 2;
        chunk = Arrays.copyOf(chunk, wider);
        start = Arrays.copyOf(start, wider);
        length = Arrays.copyOf(length, wider);
        hash = Arrays.copyOf(hash, wider);
    }

    private void widen() {
        table = new int[table.length * 2];
        for (int number = 0; number < count; number++) {
            int slot = hash[number] & (table.length - 1);
            while (table[slot] != 0) {
                slot = (slot + 1) & (table.length - 1);
            }
            table[slot] = number + 1;
        }
    }
}
