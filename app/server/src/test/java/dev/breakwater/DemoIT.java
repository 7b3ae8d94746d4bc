package dev.breakwater;

import static org.assertj.core.api.Assertions.assertThat;
import static org.awaitility.Awaitility.await;

import dev.breakwater.fleetsim.Demo;
import dev.breakwater.fleetsim.DemoSettings;
import java.net.URI;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.attribute.PosixFilePermissions;
import java.time.Duration;
import java.time.Instant;
import java.time.ZoneOffset;
import java.util.List;
import java.util.Map;
import java.util.stream.Collectors;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.springframework.beans.factory.annotation.Autowired;
import org.springframework.boot.test.web.server.LocalServerPort;
import org.springframework.jdbc.core.simple.JdbcClient;

/** The demonstration at a fifth of its size, against the whole server. */
@BreakwaterIT
class DemoIT {
    @LocalServerPort
    private int port;

    @Autowired
    private JdbcClient jdbc;

    @TempDir
    private Path folder;

    private DemoSettings settings;

    @BeforeEach
    void settings() {
        var server = URI.create("http://localhost:" + port);
        settings = new DemoSettings(
                server, BreakwaterIT.ADMIN_TOKEN, folder, 40, Duration.ofSeconds(1), Duration.ofMillis(100));
    }

    @Test
    void one_rollout_completes_the_next_takes_itself_back_and_a_restart_goes_on() throws Exception {
        try (var _ = Demo.start(settings)) {
            await().atMost(Duration.ofMinutes(3))
                    .until(() ->
                            phases().size() == 3 && phases().values().stream().noneMatch(this::isOpen));
            assertThat(phases())
                    .containsEntry("Move the fleet to 2026.11.1", "COMPLETED")
                    .containsEntry("Move the fleet to 2026.11.2", "ROLLED_BACK")
                    .containsEntry("Move the edge to edge-41.2", "COMPLETED");
            assertThat(nixosGenerations()).containsExactly("2026.11.1");
        }
        var before = credentials();
        var restart = Instant.now();
        try (var _ = Demo.start(settings)) {
            await().atMost(Duration.ofSeconds(30)).until(() -> reportsSince(restart) == before.size());
        }
        assertThat(credentials()).isEqualTo(before).hasSize(40);
        assertThat(PosixFilePermissions.toString(Files.getPosixFilePermissions(folder.resolve("fleet.json"))))
                .isEqualTo("rw-------");
    }

    private Map<String, String> phases() {
        return jdbc.sql("select name, phase from rollouts where name like 'Move the %'").query().listOfRows().stream()
                .collect(Collectors.toMap(row -> (String) row.get("name"), row -> (String) row.get("phase")));
    }

    private boolean isOpen(String phase) {
        return !List.of("COMPLETED", "ROLLED_BACK", "HALTED").contains(phase);
    }

    /** Every host names its generation in its own store path. */
    private List<String> nixosGenerations() {
        return jdbc.sql("""
                select distinct substring(s.current_ref from '[^-]+$')
                from hosts h join host_status s on s.host_id = h.id
                where h.labels @> '{"fleet": "demo", "os": "nixos"}' and h.deleted_at is null
                """).query(String.class).list();
    }

    private long reportsSince(Instant instant) {
        return jdbc.sql("""
                select count(*) from hosts h join host_status s on s.host_id = h.id
                where h.labels @> '{"fleet": "demo"}' and s.last_report_at > :instant
                """)
                .param("instant", instant.atOffset(ZoneOffset.UTC))
                .query(Long.class)
                .single();
    }

    private List<String> credentials() {
        return jdbc.sql(
                        "select encode(credential_hash, 'hex') from hosts where labels @> '{\"fleet\": \"demo\"}' order by name")
                .query(String.class)
                .list();
    }
}
