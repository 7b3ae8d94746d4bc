package dev.breakwater.agent;

import java.nio.ByteBuffer;
import java.security.DigestException;
import java.security.MessageDigest;
import java.security.NoSuchAlgorithmException;
import java.util.concurrent.atomic.AtomicReferenceArray;
import org.jspecify.annotations.Nullable;

/** The first 128 bits of the SHA-256 of a bearer credential, without making an object. Borrowed and given back; for one thread at a time. */
final class CredentialHash {
    private static final String BEARER = "Bearer ";
    private static final int LONGEST = 200;
    private static final int BORROWED_AT_ONCE = 64;
    private static final AtomicReferenceArray<@Nullable CredentialHash> IDLE =
            new AtomicReferenceArray<>(BORROWED_AT_ONCE);

    private final MessageDigest sha256;
    private final byte[] text = new byte[LONGEST];
    private final byte[] hash = new byte[32];
    private final ByteBuffer bits = ByteBuffer.wrap(hash);

    private CredentialHash() {
        try {
            sha256 = MessageDigest.getInstance("SHA-256");
        } catch (NoSuchAlgorithmException impossible) {
            throw new IllegalStateException(impossible);
        }
    }

    static CredentialHash borrow() {
        var idle = IDLE.getAndSet(place(), null);
        return idle == null ? new CredentialHash() : idle;
    }

    void giveBack() {
        IDLE.set(place(), this);
    }

    /** False where the header is not plainly a bearer credential: others read it with more patience. */
    boolean read(String header) {
        var length = header.length() - BEARER.length();
        if (length < 1 || length > LONGEST || !header.startsWith(BEARER)) {
            return false;
        }
        for (var at = 0; at < length; at++) {
            var letter = header.charAt(BEARER.length() + at);
            if (letter <= ' ' || letter >= 0x7f) {
                return false;
            }
            text[at] = (byte) letter;
        }
        digest(length);
        return true;
    }

    long high() {
        return bits.getLong(0);
    }

    long low() {
        return bits.getLong(Long.BYTES);
    }

    private void digest(int length) {
        sha256.update(text, 0, length);
        try {
            sha256.digest(hash, 0, hash.length);
        } catch (DigestException impossible) {
            throw new IllegalStateException(impossible);
        }
    }

    private static int place() {
        return (int) Thread.currentThread().threadId() & (BORROWED_AT_ONCE - 1);
    }
}
