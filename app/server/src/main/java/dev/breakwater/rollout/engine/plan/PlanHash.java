package dev.breakwater.rollout.engine.plan;

import static java.nio.charset.StandardCharsets.UTF_8;

import java.security.MessageDigest;
import java.security.NoSuchAlgorithmException;
import java.util.HexFormat;
import java.util.List;

/** SHA-256 over every wave, host and move, each text with its length so that no two plans read the same. */
final class PlanHash {

    private final MessageDigest digest = sha256();
    private final byte[] number = new byte[Long.BYTES];

    private PlanHash() {}

    static String of(List<PlannedWave> waves) {
        PlanHash hash = new PlanHash();
        hash.add(waves.size());
        for (PlannedWave wave : waves) {
            hash.add(wave.name());
            hash.add(wave.hosts().size());
            wave.hosts().forEach(hash::add);
        }
        return HexFormat.of().formatHex(hash.digest.digest());
    }

    private void add(PlannedHost host) {
        add(host.id().getMostSignificantBits());
        add(host.id().getLeastSignificantBits());
        add(host.to());
    }

    private void add(String text) {
        byte[] bytes = text.getBytes(UTF_8);
        add(bytes.length);
        digest.update(bytes);
    }

    private void add(long value) {
        for (int i = 0; i < number.length; i++) {
            number[i] = (byte) (value >>> (Byte.SIZE * i));
        }
        digest.update(number);
    }

    private static MessageDigest sha256() {
        try {
            return MessageDigest.getInstance("SHA-256");
        } catch (NoSuchAlgorithmException impossible) {
            throw new IllegalStateException("every JDK has SHA-256", impossible);
        }
    }
}
