package dev.breakwater.identity;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.attribute.PosixFilePermissions;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

class AdminSecretsIT {
    @TempDir
    private Path folder;

    @Test
    void what_nobody_named_is_generated_once_and_only_its_owner_may_read_it() throws IOException {
        var first = secrets(null, null);
        var password = first.password(false);
        assertThat(password).startsWith("bwp_");
        assertThat(PosixFilePermissions.toString(Files.getPosixFilePermissions(folder.resolve("admin-password"))))
                .isEqualTo("rw-------");
        assertThat(secrets(null, null).password(false)).isEqualTo(password);
    }

    @Test
    void a_secret_is_printed_only_by_the_run_that_made_it() {
        var first = secrets(null, null);
        var token = first.token(false);
        assertThat(first.hint()).contains(token);
        assertThat(secrets(null, null).hint())
                .doesNotContain(token)
                .contains(folder.resolve("admin-token").toString());
    }

    @Test
    void what_the_environment_names_replaces_the_file_and_is_never_printed() {
        secrets(null, null).token(false);
        var named = secrets("a password", "a token");
        assertThat(named.token(true)).isEqualTo("a token");
        assertThat(named.hint()).contains("BREAKWATER_ADMIN_TOKEN").doesNotContain("a token");
        assertThat(folder.resolve("admin-token")).doesNotExist();
    }

    @Test
    void what_is_stored_stays_if_nobody_names_another() {
        assertThat(secrets(null, "").password(true)).isNull();
        assertThat(secrets(null, "").token(true)).isNull();
        assertThat(folder).isEmptyDirectory();
    }

    private AdminSecrets secrets(String password, String token) {
        return new AdminSecrets(new IdentityProperties(folder, new IdentityProperties.Admin(password, token), null));
    }
}
