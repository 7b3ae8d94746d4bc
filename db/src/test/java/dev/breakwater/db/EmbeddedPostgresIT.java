package dev.breakwater.db;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;
import static org.awaitility.Awaitility.await;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.attribute.PosixFilePermissions;
import java.sql.DriverManager;
import java.sql.SQLException;
import java.time.Duration;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

class EmbeddedPostgresIT {
    @TempDir
    private Path data;

    @BeforeEach
    void lend_binaries() throws IOException {
        ServerProcess.lendBinaries(data);
    }

    @Test
    void a_restart_keeps_the_rows() throws SQLException {
        try (var postgres = EmbeddedPostgres.start(data)) {
            execute(postgres, "CREATE TABLE kept AS SELECT 42 AS answer");
        }
        try (var postgres = EmbeddedPostgres.start(data)) {
            assertThat(query(postgres, "SELECT answer FROM kept")).isEqualTo("42");
        }
    }

    @Test
    void a_copy_of_a_stopped_data_directory_is_a_backup(@TempDir Path copy) throws Exception {
        try (var postgres = EmbeddedPostgres.start(data)) {
            execute(postgres, "CREATE TABLE kept AS SELECT 42 AS answer");
        }
        new ProcessBuilder("cp", "-a", data + "/.", copy.toString()).start().waitFor();
        try (var postgres = EmbeddedPostgres.start(copy)) {
            assertThat(query(postgres, "SELECT answer FROM kept")).isEqualTo("42");
        }
    }

    @Test
    void a_killed_postgresql_is_started_again_under_the_same_address_with_its_rows() throws Exception {
        try (var postgres = EmbeddedPostgres.start(data)) {
            execute(postgres, "CREATE TABLE kept AS SELECT 42 AS answer");
            var killed = postmaster(data);
            killed.destroyForcibly();
            await().atMost(Duration.ofSeconds(60)).ignoreExceptions().untilAsserted(() -> {
                assertThat(postmaster(data).pid()).isNotEqualTo(killed.pid());
                assertThat(query(postgres, "SELECT answer FROM kept")).isEqualTo("42");
            });
        }
    }

    @Test
    void a_second_server_is_refused_and_told_why() {
        try (var _ = EmbeddedPostgres.start(data)) {
            assertThatThrownBy(() -> EmbeddedPostgres.start(data))
                    .isInstanceOf(EmbeddedDatabaseFailed.class)
                    .hasMessage(
                            "The data directory %s is in use by another Breakwater server (process %d). Stop it, or set BREAKWATER_DATA_DIR to another directory.",
                            data, ProcessHandle.current().pid());
        }
    }

    @Test
    void the_password_is_generated_once_and_readable_by_its_owner_alone() throws IOException {
        String first;
        try (var postgres = EmbeddedPostgres.start(data)) {
            first = postgres.password();
        }
        try (var postgres = EmbeddedPostgres.start(data)) {
            assertThat(postgres.password()).isEqualTo(first).hasSizeGreaterThan(30);
        }
        assertThat(PosixFilePermissions.toString(Files.getPosixFilePermissions(data.resolve("postgresql.password"))))
                .isEqualTo("rw-------");
    }

    @Test
    void nobody_enters_without_the_password() {
        try (var postgres = EmbeddedPostgres.start(data)) {
            for (var user : new String[] {EmbeddedPostgres.USER, Cluster.SUPERUSER}) {
                assertThatThrownBy(() -> DriverManager.getConnection(postgres.url(), user, "wrong"))
                        .hasMessageContaining("password authentication failed");
            }
        }
    }

    @Test
    void it_is_durable_listens_on_the_loopback_address_alone_and_the_application_is_no_superuser() throws SQLException {
        try (var postgres = EmbeddedPostgres.start(data)) {
            assertThat(query(postgres, """
                            SELECT string_agg(current_setting(name), ' ' ORDER BY ordinal)
                              FROM unnest(ARRAY['fsync','synchronous_commit','full_page_writes','data_checksums',
                                                'listen_addresses','is_superuser']) WITH ORDINALITY AS wanted(name, ordinal)
                            """)).isEqualTo("on on on on 127.0.0.1 off");
        }
    }

    @Test
    void an_interrupted_creation_is_started_over() throws IOException {
        var unfinished = Files.createDirectory(data.resolve("postgresql.new"));
        Files.writeString(unfinished.resolve("PG_VERSION"), "18");
        try (var _ = EmbeddedPostgres.start(data)) {
            assertThat(data.resolve("postgresql/PG_VERSION")).hasContent("18");
        }
    }

    @Test
    void data_of_another_major_version_is_left_alone() throws IOException {
        var cluster = Files.createDirectory(data.resolve("postgresql"));
        Files.writeString(cluster.resolve("PG_VERSION"), "17\n");
        assertThatThrownBy(() -> EmbeddedPostgres.start(data)).hasMessageContaining("was written by PostgreSQL 17");
    }

    static ProcessHandle postmaster(Path data) throws IOException {
        var lines = Files.readAllLines(data.resolve("postgresql/postmaster.pid"));
        return ProcessHandle.of(Long.parseLong(lines.getFirst())).orElseThrow();
    }

    private static void execute(EmbeddedPostgres postgres, String sql) throws SQLException {
        try (var connection = DriverManager.getConnection(postgres.url(), EmbeddedPostgres.USER, postgres.password());
                var statement = connection.createStatement()) {
            statement.execute(sql);
        }
    }

    private static String query(EmbeddedPostgres postgres, String sql) throws SQLException {
        try (var connection = DriverManager.getConnection(postgres.url(), EmbeddedPostgres.USER, postgres.password());
                var statement = connection.createStatement();
                var rows = statement.executeQuery(sql)) {
            rows.next();
            return rows.getString(1);
        }
    }
}
