package dev.breakwater.audit;

import static java.nio.charset.StandardCharsets.UTF_8;

import java.nio.ByteBuffer;
import java.security.MessageDigest;
import java.security.NoSuchAlgorithmException;
import java.time.Instant;
import java.time.temporal.ChronoUnit;
import java.util.HexFormat;
import org.jspecify.annotations.Nullable;

/** One deed in the trail. Its hash covers every field and the hash before it, so no row can be changed, moved or left out. */
record Entry(
        long seq,
        Instant at,
        String actor,
        String action,
        String subject,
        @Nullable String reason,
        String message) {
    /** What the first entry follows: 32 zero bytes, in hex. */
    static final String GENESIS = "0".repeat(64);

    Entry {
        at = at.truncatedTo(ChronoUnit.MICROS);
    }

    /** Each text goes in with its length, so that no two entries read the same. */
    String hash(String previous) {
        var digest = sha256();
        digest.update(HexFormat.of().parseHex(previous));
        digest.update(number(seq));
        digest.update(number(ChronoUnit.MICROS.between(Instant.EPOCH, at)));
        for (var text : new @Nullable String[] {actor, action, subject, reason, message}) {
            var bytes = text == null ? new byte[0] : text.getBytes(UTF_8);
            digest.update(number(text == null ? -1 : bytes.length));
            digest.update(bytes);
        }
        return HexFormat.of().formatHex(digest.digest());
    }

    private static byte[] number(long value) {
        return ByteBuffer.allocate(Long.BYTES).putLong(value).array();
    }

    private static MessageDigest sha256() {
        try {
            return MessageDigest.getInstance("SHA-256");
        } catch (NoSuchAlgorithmException impossible) {
            throw new IllegalStateException(impossible);
        }
    }
}
