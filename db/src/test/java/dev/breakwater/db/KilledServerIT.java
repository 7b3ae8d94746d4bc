package dev.breakwater.db;

import static org.assertj.core.api.Assertions.assertThat;
import static org.awaitility.Awaitility.await;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.sql.DriverManager;
import java.time.Duration;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

class KilledServerIT {
    @TempDir
    private Path data;

    @BeforeEach
    void lend_binaries() throws IOException {
        ServerProcess.lendBinaries(data);
    }

    @Test
    void a_killed_server_leaves_no_postgresql_behind() throws Exception {
        try (var server = ServerProcess.start(data)) {
            assertThat(server.awaitAnswer()).startsWith("READY");
            var postmaster = EmbeddedPostgresIT.postmaster(data);
            server.kill();
            await().atMost(Duration.ofSeconds(30)).until(() -> !postmaster.isAlive());
        }
    }

    @Test
    void an_orphaned_postgresql_is_stopped_and_its_rows_are_kept() throws Exception {
        ProcessHandle orphan;
        try (var server = ServerProcess.start(data)) {
            createTable(server.awaitAnswer().substring("READY ".length()));
            orphan = EmbeddedPostgresIT.postmaster(data);
            server.children().stream()
                    .filter(child -> child.pid() != orphan.pid())
                    .forEach(ProcessHandle::destroyForcibly);
            server.kill();
        }
        assertThat(orphan.isAlive()).isTrue();
        try (var postgres = EmbeddedPostgres.start(data)) {
            assertThat(orphan.isAlive()).isFalse();
            try (var connection =
                            DriverManager.getConnection(postgres.url(), EmbeddedPostgres.USER, postgres.password());
                    var statement = connection.createStatement()) {
                assertThat(statement.executeQuery("TABLE kept").next()).isTrue();
            }
        }
    }

    @Test
    void a_pid_file_whose_number_went_to_another_program_does_not_stop_the_start() throws IOException {
        EmbeddedPostgres.start(data).close();
        var pidFile = data.resolve("postgresql/postmaster.pid");
        Files.writeString(pidFile, ProcessHandle.current().pid() + "\n" + data + "\n1\n1\n\n127.0.0.1\n1 1\nready\n");
        try (var postgres = EmbeddedPostgres.start(data)) {
            assertThat(postgres.url()).startsWith("jdbc:postgresql://127.0.0.1:");
        }
    }

    @Test
    void a_server_in_another_process_is_told_who_holds_the_data() throws Exception {
        try (var _ = EmbeddedPostgres.start(data);
                var second = ServerProcess.start(data)) {
            assertThat(second.awaitAnswer())
                    .contains("is in use by another Breakwater server (process "
                            + ProcessHandle.current().pid() + ")");
        }
    }

    private void createTable(String url) throws Exception {
        var password = Files.readString(data.resolve("postgresql.password"));
        try (var connection = DriverManager.getConnection(url, EmbeddedPostgres.USER, password);
                var statement = connection.createStatement()) {
            statement.execute("CREATE TABLE kept AS SELECT 42 AS answer");
        }
    }
}
