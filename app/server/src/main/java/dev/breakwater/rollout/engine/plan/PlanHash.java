package dev.breakwater.rollout.engine.plan;

import static java.nio.charset.StandardCharsets.UTF_8;

import java.security.MessageDigest;
import java.security.NoSuchAlgorithmException;
import java.util.HexFormat;
import java.util.List;

/** SHA-256 over every wave, host and move, each text with its length so that no two plans read the same. */
final class PlanHash {

    private final MessageDigest digest = sha256();
    private byte[] buffer = new byte[1 << 13];
    private int filled;

    private PlanHash() {}

    static String of(List<PlannedWave> waves, List<Hosts> placed) {
        PlanHash hash = new PlanHash();
        hash.add(waves.size());
        for (int wave = 0; wave < placed.size(); wave++) {
            hash.add(waves.get(wave).name());
            hash.add(placed.get(wave));
        }
        hash.flush();
        return HexFormat.of().formatHex(hash.digest.digest());
    }

    private void add(Hosts hosts) {
        add(hosts.size());
        Roster roster = hosts.roster();
        for (int host = 0; host < hosts.size(); host++) {
            int row = hosts.row(host);
            add(roster.most(row));
            add(roster.least(row));
            int length = roster.toLength(row);
            add(length);
            room(length);
            roster.copyTo(row, buffer, filled);
            filled += length;
        }
    }

    private void add(String text) {
        byte[] bytes = text.getBytes(UTF_8);
        add(bytes.length);
        room(bytes.length);
        System.arraycopy(bytes, 0, buffer, filled, bytes.length);
        filled += bytes.length;
    }

    private void add(long value) {
        room(Long.BYTES);
        for (int i = 0; i < Long.BYTES; i++) {
            buffer[filled++] = (byte) (value >>> (Byte.SIZE * i));
        }
    }

    private void room(int bytes) {
        if (buffer.length - filled < bytes) {
            flush();
        }
        if (buffer.length < bytes) {
            buffer = new byte[bytes];
        }
    }

    private void flush() {
        digest.update(buffer, 0, filled);
        filled = 0;
    }

    private static MessageDigest sha256() {
        try {
            return MessageDigest.getInstance("SHA-256");
        } catch (NoSuchAlgorithmException impossible) {
            throw new IllegalStateException("every JDK has SHA-256", impossible);
        }
    }
}
