package dev.breakwater.db;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assumptions.assumeThat;

import java.io.File;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.attribute.PosixFilePermissions;
import java.util.ArrayList;
import java.util.List;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.springframework.util.FileSystemUtils;

/** Who may start the server: anyone, root included, although PostgreSQL itself refuses root. */
class AccountIT {
    private static final int NOBODY = 65_534;

    @TempDir
    private Path home;

    @BeforeEach
    void only_root_can_act_as_others() throws IOException {
        assumeThat(Account.owner(Path.of("/proc/self")))
                .as("needs root; an ordinary user proves its own case with every other test")
                .isZero();
    }

    @Test
    void an_ordinary_user_can_run_it() throws Exception {
        openHome();
        Files.setAttribute(home, "unix:uid", NOBODY);
        try (var server = ServerProcess.start(asNobody(), copyOfClassPath(home), home.resolve("data"))) {
            assertThat(server.awaitAnswer()).startsWith("READY");
            assertThat(Account.owner(home.resolve("data/postgresql"))).isEqualTo(NOBODY);
        }
    }

    @Test
    void root_without_user_namespaces_hands_postgresql_to_another_user() throws Exception {
        openHome();
        try (var server = ServerProcess.start(withoutUnshare(), classPath(), home.resolve("data"))) {
            assertThat(server.awaitAnswer()).startsWith("READY");
            assertThat(Account.owner(home.resolve("data/postgresql"))).isPositive();
            assertThat(Account.owner(home.resolve("data/postgresql.password"))).isZero();
        }
    }

    @Test
    void root_is_told_when_that_user_cannot_enter_the_data_directory() throws Exception {
        try (var server = ServerProcess.start(withoutUnshare(), classPath(), home.resolve("data"))) {
            assertThat(server.awaitAnswer())
                    .startsWith("FAILED PostgreSQL runs as user")
                    .contains("Set BREAKWATER_DATA_DIR to a directory that this user can enter");
        }
    }

    @Test
    void root_continues_what_an_ordinary_user_began_without_taking_it_over() throws Exception {
        openHome();
        Files.setAttribute(home, "unix:uid", NOBODY);
        try (var server = ServerProcess.start(asNobody(), copyOfClassPath(home), home.resolve("data"))) {
            assertThat(server.awaitAnswer()).startsWith("READY");
        }
        try (var _ = EmbeddedPostgres.start(home.resolve("data"))) {
            assertThat(Account.owner(home.resolve("data/postgresql/postmaster.pid")))
                    .isEqualTo(NOBODY);
        }
    }

    private void openHome() throws IOException {
        Files.setPosixFilePermissions(home, PosixFilePermissions.fromString("rwxr-xr-x"));
    }

    private List<String> withoutUnshare() throws IOException {
        var programs = Files.createDirectory(home.resolve("programs"));
        Files.createSymbolicLink(programs.resolve("unshare"), Path.of("/bin/false"));
        return List.of("env", "PATH=" + programs + ":" + System.getenv("PATH"));
    }

    private static List<String> asNobody() {
        return List.of("setpriv", "--reuid", "" + NOBODY, "--regid", "" + NOBODY, "--clear-groups");
    }

    private static String classPath() {
        return System.getProperty("java.class.path");
    }

    /** The local repository may be in a home that no other user can enter. */
    private static String copyOfClassPath(Path home) throws IOException {
        var copies = new ArrayList<String>();
        for (var entry : System.getProperty("java.class.path").split(File.pathSeparator, -1)) {
            var copy = home.resolve(copies.size() + "-" + Path.of(entry).getFileName());
            if (Files.exists(Path.of(entry))) {
                FileSystemUtils.copyRecursively(Path.of(entry), copy);
                copies.add(copy.toString());
            }
        }
        return String.join(File.pathSeparator, copies);
    }
}
