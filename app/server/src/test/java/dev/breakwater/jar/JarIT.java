package dev.breakwater.jar;

import static org.assertj.core.api.Assertions.assertThat;
import static org.awaitility.Awaitility.await;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.attribute.PosixFilePermissions;
import java.time.Duration;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

class JarIT {
    private static final int STOPPED_BY_SIGTERM = 143;

    @TempDir
    Path folder;

    @Test
    void it_keeps_everything_over_a_clean_restart_and_takes_its_database_along()
            throws IOException, InterruptedException {
        try (var server = JarServer.start(folder)) {
            var token = server.api().post("/api/v1/enrollment-tokens", """
                    {"description": "kept", "labels": {}, "expiresIn": "P1D", "maxUses": 5}""");
            assertThat(token.status()).as(token.body()).isEqualTo(201);
            var database = ProcessHandle.of(server.postmaster()).orElseThrow();

            assertThat(server.stop()).isEqualTo(STOPPED_BY_SIGTERM);
            await("its database stops").atMost(Duration.ofSeconds(10)).until(() -> !database.isAlive());

            server.start();
            assertThat(server.api().get("/api/v1/enrollment-tokens").body()).contains("kept");
            assertThat(server.printed())
                    .as("the jar is the product without the demo")
                    .doesNotContain("Demo:");
        }
    }

    @Test
    void the_password_it_makes_is_printed_once_and_kept_for_its_owner_only() throws IOException, InterruptedException {
        try (var server = JarServer.start(folder)) {
            var kept = server.data().resolve("admin-password");
            var password = Files.readString(kept).strip();
            assertThat(PosixFilePermissions.toString(Files.getPosixFilePermissions(kept)))
                    .isEqualTo("rw-------");
            server.stop();
            server.start();
            assertThat(server.printed().split(password, -1))
                    .as("mentions, plus one")
                    .hasSize(2);
        }
    }
}
