package dev.breakwater.identity;

import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.attribute.PosixFilePermissions;
import java.util.Optional;
import org.jspecify.annotations.Nullable;
import org.springframework.stereotype.Component;
import org.springframework.util.StringUtils;

/** Where the first operator's password and token come from: the environment, else a file only its owner may read. */
@Component
class AdminSecrets {
    static final String PASSWORD_FILE = "admin-password";
    static final String TOKEN_FILE = "admin-token";

    private final IdentityProperties properties;
    private @Nullable String newPassword;
    private @Nullable String newToken;

    AdminSecrets(IdentityProperties properties) {
        this.properties = properties;
    }

    /** Null: what is stored stays. */
    @Nullable
    String password(boolean stored) {
        var given = properties.admin().password();
        if (StringUtils.hasText(given)) {
            forget(PASSWORD_FILE);
            return given;
        }
        if (stored) {
            return null;
        }
        return kept(PASSWORD_FILE).orElseGet(() -> newPassword = keep(PASSWORD_FILE, Secrets.newSecret("bwp")));
    }

    @Nullable
    String token(boolean stored) {
        var given = properties.admin().token();
        if (StringUtils.hasText(given)) {
            forget(TOKEN_FILE);
            return given;
        }
        if (stored) {
            return null;
        }
        return kept(TOKEN_FILE).orElseGet(() -> newToken = keep(TOKEN_FILE, Secrets.newSecret("bwt")));
    }

    /** How to sign in, naming a secret only in the run that made it. */
    String hint() {
        return "sign in as admin with the password %s; API token: %s"
                .formatted(
                        where(properties.admin().password(), newPassword, PASSWORD_FILE, "BREAKWATER_ADMIN_PASSWORD"),
                        where(properties.admin().token(), newToken, TOKEN_FILE, "BREAKWATER_ADMIN_TOKEN"));
    }

    private String where(@Nullable String given, @Nullable String made, String file, String variable) {
        if (StringUtils.hasText(given)) {
            return "in " + variable;
        }
        if (made != null) {
            return made + " (kept in " + path(file) + ")";
        }
        return Files.exists(path(file)) ? "in " + path(file) : "set earlier (" + variable + " replaces it)";
    }

    private Optional<String> kept(String file) {
        try {
            return Files.exists(path(file))
                    ? Optional.of(Files.readString(path(file)).strip())
                    : Optional.empty();
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }

    private String keep(String file, String secret) {
        try {
            Files.createDirectories(properties.dataDir());
            var target = Files.createFile(
                    path(file), PosixFilePermissions.asFileAttribute(PosixFilePermissions.fromString("rw-------")));
            Files.writeString(target, secret + "\n");
            return secret;
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }

    private void forget(String file) {
        try {
            Files.deleteIfExists(path(file));
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }

    private Path path(String file) {
        return properties.dataDir().resolve(file).toAbsolutePath().normalize();
    }
}
