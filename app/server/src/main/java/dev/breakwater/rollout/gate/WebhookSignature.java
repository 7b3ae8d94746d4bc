package dev.breakwater.rollout.gate;

import static java.nio.charset.StandardCharsets.UTF_8;

import java.security.GeneralSecurityException;
import java.util.Base64;
import javax.crypto.Mac;
import javax.crypto.spec.SecretKeySpec;

/** Signatures after Standard Webhooks: HMAC-SHA256 over id, timestamp and body. */
final class WebhookSignature {
    static final String RULE = "is required: whsec_ and 24 to 64 random bytes in Base64, to sign requests with";
    private static final String PREFIX = "whsec_";
    private static final int SHORTEST_BYTES = 24;
    private static final int LONGEST_BYTES = 64;

    private WebhookSignature() {}

    static boolean isKey(String secret) {
        try {
            var bytes = key(secret).length;
            return secret.startsWith(PREFIX) && bytes >= SHORTEST_BYTES && bytes <= LONGEST_BYTES;
        } catch (IllegalArgumentException _) {
            return false;
        }
    }

    static String sign(String secret, String id, long timestamp, String body) {
        try {
            var mac = Mac.getInstance("HmacSHA256");
            mac.init(new SecretKeySpec(key(secret), "HmacSHA256"));
            var signed = mac.doFinal("%s.%d.%s".formatted(id, timestamp, body).getBytes(UTF_8));
            return "v1," + Base64.getEncoder().encodeToString(signed);
        } catch (GeneralSecurityException impossible) {
            throw new IllegalStateException(impossible);
        }
    }

    private static byte[] key(String secret) {
        return Base64.getDecoder().decode(secret.startsWith(PREFIX) ? secret.substring(PREFIX.length()) : secret);
    }
}
