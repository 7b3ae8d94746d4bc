package dev.breakwater.identity;

import static java.nio.charset.StandardCharsets.UTF_8;

import java.security.GeneralSecurityException;
import java.security.SecureRandom;
import java.util.Arrays;
import java.util.Base64;
import javax.crypto.Cipher;
import javax.crypto.spec.GCMParameterSpec;
import org.springframework.stereotype.Component;

/**
 * Seals secrets that the server itself must use again, such as a gate's token: AES-256-GCM under a key that is not in the database. A
 * sealed secret opens only for the purpose it was sealed for, so that rows cannot be swapped.
 */
@Component
public class Sealing {
    private static final SecureRandom RANDOM = new SecureRandom();
    private static final String VERSION = "v1:";
    private static final int NONCE_BYTES = 12;
    private static final int TAG_BITS = 128;

    private final SealingKey key;

    Sealing(SealingKey key) {
        this.key = key;
    }

    public String seal(String purpose, String secret) {
        var nonce = new byte[NONCE_BYTES];
        RANDOM.nextBytes(nonce);
        try {
            var sealed = cipher(Cipher.ENCRYPT_MODE, purpose, nonce).doFinal(secret.getBytes(UTF_8));
            var whole = new byte[NONCE_BYTES + sealed.length];
            System.arraycopy(nonce, 0, whole, 0, NONCE_BYTES);
            System.arraycopy(sealed, 0, whole, NONCE_BYTES, sealed.length);
            return VERSION + Base64.getEncoder().encodeToString(whole);
        } catch (GeneralSecurityException impossible) {
            throw new IllegalStateException(impossible);
        }
    }

    /** Throws {@link Unsealable} where it was sealed by another key or for another purpose. */
    public String open(String purpose, String sealed) {
        try {
            var whole = Base64.getDecoder().decode(sealed.substring(VERSION.length()));
            var nonce = Arrays.copyOf(whole, NONCE_BYTES);
            var opened =
                    cipher(Cipher.DECRYPT_MODE, purpose, nonce).doFinal(whole, NONCE_BYTES, whole.length - NONCE_BYTES);
            return new String(opened, UTF_8);
        } catch (GeneralSecurityException | IllegalArgumentException | IndexOutOfBoundsException e) {
            throw new Unsealable(e);
        }
    }

    private Cipher cipher(int mode, String purpose, byte[] nonce) throws GeneralSecurityException {
        var cipher = Cipher.getInstance("AES/GCM/NoPadding");
        cipher.init(mode, key.get(), new GCMParameterSpec(TAG_BITS, nonce));
        cipher.updateAAD(purpose.getBytes(UTF_8));
        return cipher;
    }
}
