package dev.breakwater.identity;

import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.file.FileAlreadyExistsException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.attribute.PosixFilePermissions;
import java.security.SecureRandom;
import java.util.Base64;
import javax.crypto.SecretKey;
import javax.crypto.spec.SecretKeySpec;
import org.jspecify.annotations.Nullable;
import org.springframework.stereotype.Component;
import org.springframework.util.StringUtils;

/**
 * The key of {@link Sealing}: {@code BREAKWATER_SEALING_KEY}, else a file only its owner may read, made when first needed. Replicas on
 * different machines must be given the same.
 */
@Component
class SealingKey {
    static final String FILE = "sealing-key";
    private static final int BYTES = 32;

    private final IdentityProperties properties;
    private volatile @Nullable SecretKey key;

    SealingKey(IdentityProperties properties) {
        this.properties = properties;
        var given = properties.sealingKey();
        this.key = StringUtils.hasText(given) ? parse(given) : null;
    }

    SecretKey get() {
        var known = key;
        if (known == null) {
            known = parse(kept());
            key = known;
        }
        return known;
    }

    private String kept() {
        var file = properties.dataDir().resolve(FILE).toAbsolutePath().normalize();
        try {
            if (!Files.exists(file)) {
                make(file);
            }
            return Files.readString(file);
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }

    /** Linked into place whole, so that another replica on this machine never reads half a key. */
    private static void make(Path file) throws IOException {
        Files.createDirectories(file.getParent());
        var bytes = new byte[BYTES];
        new SecureRandom().nextBytes(bytes);
        var draft = Files.createTempFile(
                file.getParent(),
                FILE,
                ".new",
                PosixFilePermissions.asFileAttribute(PosixFilePermissions.fromString("rw-------")));
        try {
            Files.writeString(draft, Base64.getEncoder().encodeToString(bytes) + "\n");
            Files.createLink(file, draft);
        } catch (FileAlreadyExistsException _) {
            // another replica was faster, and its key is as good
        } finally {
            Files.deleteIfExists(draft);
        }
    }

    private static SecretKey parse(String text) {
        var bytes = Base64.getDecoder().decode(text.strip());
        if (bytes.length != BYTES) {
            throw new IllegalArgumentException("breakwater.sealing-key must be 32 bytes in Base64");
        }
        return new SecretKeySpec(bytes, "AES");
    }
}
