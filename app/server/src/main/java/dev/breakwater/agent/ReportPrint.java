package dev.breakwater.agent;

import static java.nio.charset.StandardCharsets.UTF_8;

import java.nio.ByteBuffer;
import java.security.MessageDigest;
import java.security.NoSuchAlgorithmException;
import org.jspecify.annotations.Nullable;

/** What a report says, in the first 64 bits of its SHA-256; never 0, which stands for a report that was not read. */
final class ReportPrint {
    private ReportPrint() {}

    static long of(byte[] body, @Nullable String newestEpoch) {
        try {
            var sha256 = MessageDigest.getInstance("SHA-256");
            sha256.update(body);
            if (newestEpoch != null) {
                sha256.update((byte) 0);
                sha256.update(newestEpoch.getBytes(UTF_8));
            }
            var print = ByteBuffer.wrap(sha256.digest()).getLong();
            return print == 0 ? 1 : print;
        } catch (NoSuchAlgorithmException impossible) {
            throw new IllegalStateException(impossible);
        }
    }
}
