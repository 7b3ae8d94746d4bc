package dev.breakwater.rollout.engine.plan;

import static java.nio.charset.StandardCharsets.UTF_8;

import java.security.MessageDigest;
import java.security.NoSuchAlgorithmException;
import java.util.HexFormat;
import java.util.List;

/** SHA-256 over every wave, host and move, each written with its length so that no two plans read the same. */
final class PlanHash {

    private final MessageDigest digest = sha256();

    private PlanHash() {}

    static String of(List<PlannedWave> waves) {
        PlanHash hash = new PlanHash();
        for (PlannedWave wave : waves) {
            hash.add("wave", wave.name());
            for (PlannedHost host : wave.hosts()) {
                hash.add(host.id().toString(), host.to());
            }
        }
        return HexFormat.of().formatHex(hash.digest.digest());
    }

    private void add(String... words) {
        for (String word : words) {
            byte[] bytes = word.getBytes(UTF_8);
            digest.update((bytes.length + ":").getBytes(UTF_8));
            digest.update(bytes);
        }
    }

    private static MessageDigest sha256() {
        try {
            return MessageDigest.getInstance("SHA-256");
        } catch (NoSuchAlgorithmException impossible) {
            throw new IllegalStateException("every JDK has SHA-256", impossible);
        }
    }
}
