package dev.breakwater.identity;

import static java.nio.charset.StandardCharsets.UTF_8;

import dev.breakwater.web.InvalidField;
import java.security.GeneralSecurityException;
import java.util.Collections;
import java.util.HexFormat;
import java.util.LinkedHashMap;
import java.util.Map;
import java.util.Set;
import javax.crypto.KeyGenerator;
import javax.crypto.Mac;
import javax.crypto.SecretKey;
import org.springframework.security.crypto.factory.PasswordEncoderFactories;
import org.springframework.security.crypto.password.PasswordEncoder;
import org.springframework.stereotype.Component;

/**
 * Hashes and checks passwords. A check costs some 100 ms of CPU on purpose, so scripts that send one with every request
 * pay it once: pairs of hash and password that matched are remembered under a key that lives as long as the process.
 */
@Component
class Passwords {
    private static final int MIN_LENGTH = 10;
    /** bcrypt ignores what comes after. */
    private static final int MAX_BYTES = 72;

    private static final int REMEMBERED = 1000;

    private final PasswordEncoder encoder = PasswordEncoderFactories.createDelegatingPasswordEncoder();
    private final String nobodysHash = hash("nobody's password");
    private final SecretKey key = newKey();
    private final Set<String> matched = Collections.synchronizedSet(Collections.newSetFromMap(new Recent()));

    String hash(String password) {
        return String.valueOf(encoder.encode(password));
    }

    /** Refuses what a person should not choose. */
    static String checked(String pointer, String password) {
        if (password.length() < MIN_LENGTH || password.getBytes(UTF_8).length > MAX_BYTES) {
            throw new InvalidField(
                    pointer, "must have %d characters or more and at most %d bytes".formatted(MIN_LENGTH, MAX_BYTES));
        }
        return password;
    }

    boolean match(String password, String hash) {
        var pair = mac(hash + '\0' + password);
        if (matched.contains(pair)) {
            return true;
        }
        var match = encoder.matches(password, hash);
        if (match) {
            matched.add(pair);
        }
        return match;
    }

    /** Takes as long as a check, so that the time of an answer does not tell which names exist. */
    void matchNobody(String password) {
        encoder.matches(password, nobodysHash);
    }

    private String mac(String text) {
        try {
            var mac = Mac.getInstance("HmacSHA256");
            mac.init(key);
            return HexFormat.of().formatHex(mac.doFinal(text.getBytes(UTF_8)));
        } catch (GeneralSecurityException impossible) {
            throw new IllegalStateException(impossible);
        }
    }

    private static SecretKey newKey() {
        try {
            return KeyGenerator.getInstance("HmacSHA256").generateKey();
        } catch (GeneralSecurityException impossible) {
            throw new IllegalStateException(impossible);
        }
    }

    private static final class Recent extends LinkedHashMap<String, Boolean> {
        @Override
        protected boolean removeEldestEntry(Map.Entry<String, Boolean> eldest) {
            return size() > REMEMBERED;
        }
    }
}
