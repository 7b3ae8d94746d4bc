package dev.breakwater;

import static org.assertj.core.api.Assertions.assertThat;
import static org.awaitility.Awaitility.await;

import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Duration;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.springframework.beans.factory.annotation.Autowired;
import org.springframework.boot.test.context.SpringBootTest;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.test.annotation.DirtiesContext;
import org.springframework.test.context.DynamicPropertyRegistry;
import org.springframework.test.context.DynamicPropertySource;

/** The server as a small installation runs it: on the PostgreSQL that it brings along. */
@SpringBootTest(properties = "breakwater.test-database=false")
@DirtiesContext
class KilledDatabaseIT {
    @TempDir
    private static Path data;

    @Autowired
    private JdbcClient jdbc;

    @DynamicPropertySource
    static void keep_the_data_in_a_folder_of_its_own(DynamicPropertyRegistry properties) {
        properties.add("breakwater.data-dir", () -> data);
    }

    @Test
    void the_server_goes_on_after_its_database_was_killed_and_nothing_committed_is_lost() throws Exception {
        jdbc.sql("CREATE TABLE committed AS SELECT 42 AS answer").update();
        var postmaster =
                Files.readAllLines(data.resolve("postgresql/postmaster.pid")).getFirst();
        ProcessHandle.of(Long.parseLong(postmaster)).orElseThrow().destroyForcibly();
        await().atMost(Duration.ofSeconds(60))
                .ignoreExceptions()
                .untilAsserted(() -> assertThat(jdbc.sql("SELECT answer FROM committed")
                                .query(Integer.class)
                                .single())
                        .isEqualTo(42));
        assertThat(Files.readAllLines(data.resolve("postgresql/postmaster.pid")).getFirst())
                .isNotEqualTo(postmaster);
    }
}
