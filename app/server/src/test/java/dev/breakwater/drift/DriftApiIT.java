package dev.breakwater.drift;

import static org.assertj.core.api.Assertions.assertThat;

import dev.breakwater.Api;
import dev.breakwater.BreakwaterIT;
import dev.breakwater.host.DriftKind;
import dev.breakwater.host.Fleet;
import dev.breakwater.host.HostId;
import dev.breakwater.host.HostReport.Drift;
import dev.breakwater.host.HostReport.Phase;
import dev.breakwater.host.HostReport.Status;
import dev.breakwater.host.Hosts;
import java.time.Clock;
import java.time.Duration;
import java.time.Instant;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.springframework.beans.factory.annotation.Autowired;
import org.springframework.boot.test.web.server.LocalServerPort;
import org.springframework.jdbc.core.simple.JdbcClient;
import tools.jackson.databind.JsonNode;

@BreakwaterIT
class DriftApiIT {
    @LocalServerPort
    private int port;

    @Autowired
    private Fleet fleet;

    @Autowired
    private Hosts hosts;

    @Autowired
    private JdbcClient jdbc;

    @Autowired
    private Clock clock;

    private Api api;
    private String run;
    private Instant now;

    @BeforeEach
    void begin() {
        api = Api.admin(port);
        run = Fleet.unique("run");
        now = clock.instant();
    }

    @Test
    void a_host_that_nobody_said_anything_to_has_not_drifted() {
        var host = host("a");
        fleet.report(host, Phase.IDLE, Fleet.storePath("x"));
        assertThat(kinds("")).isEmpty();
    }

    @Test
    void a_host_that_runs_another_known_generation_is_not_on_the_desired_one() {
        var host = host("a");
        var other = Fleet.storePath(run + "other");
        register(other);
        settle(host, Fleet.storePath(run + "wanted"));
        fleet.report(host, Phase.IDLE, other);
        assertThat(kinds("")).containsExactly("NOT_DESIRED");
        var item = drift("").at("/items/0");
        assertThat(item.at("/hostId").asString()).isEqualTo(host.toString());
        assertThat(item.at("/name").asString()).isEqualTo(run + "-a");
        assertThat(item.at("/current").asString()).isEqualTo(other);
        assertThat(item.at("/desired").asString()).isEqualTo(Fleet.storePath(run + "wanted"));
        assertThat(item.at("/labels/run").asString()).isEqualTo(run);
        assertThat(state(host)).isEqualTo("DRIFTED");
    }

    @Test
    void drift_to_something_quarantined_says_so_also_in_the_export() {
        var host = host("a");
        var other = Fleet.storePath(run + "other");
        register(other);
        settle(host, Fleet.storePath(run + "wanted"));
        fleet.report(host, Phase.IDLE, other);
        assertThat(drift("").at("/items/0/quarantine").isNull()).isTrue();
        var generation = api.get("/api/v1/hosts/" + host)
                .json()
                .at("/current/generationId")
                .asString();
        api.post(
                "/api/v1/generations/" + generation + "/quarantine",
                "{\"reason\":\"eats disks\",\"selector\":\"run=%s\"}".formatted(run));
        assertThat(drift("").at("/items/0/quarantine").asString()).contains("quarantined for hosts of", "eats disks");
    }

    @Test
    void a_ref_of_no_generation_is_unknown_too() {
        var host = host("a");
        settle(host, Fleet.storePath(run + "wanted"));
        fleet.report(host, Phase.IDLE, Fleet.storePath(run + "by hand"));
        assertThat(kinds("")).containsExactly("NOT_DESIRED", "UNKNOWN_REF");
        assertThat(kinds("&kind=UNKNOWN_REF")).containsExactly("UNKNOWN_REF");
    }

    @Test
    void drift_keeps_when_it_was_first_seen_and_is_gone_with_the_report_that_heals_it() {
        var host = host("a");
        settle(host, Fleet.storePath(run + "wanted"));
        report(host, now.minusSeconds(600), "other");
        report(host, now.minusSeconds(300), "other");
        var seen = Instant.parse(
                drift("&kind=NOT_DESIRED").at("/items/0/firstSeenAt").asString());
        assertThat(Duration.between(seen, now.minusSeconds(600)).abs()).isLessThan(Duration.ofMillis(1));
        assertThat(drift("&kind=NOT_DESIRED").at("/items/0/ageSeconds").asLong())
                .isBetween(600L, 700L);
        assertThat(kinds("&minAge=PT20M")).isEmpty();
        assertThat(kinds("&minAge=PT5M")).isNotEmpty();
        report(host, now, "wanted");
        assertThat(kinds("")).isEmpty();
        assertThat(state(host)).isEqualTo("CURRENT");
    }

    @Test
    void a_host_that_reverted_by_itself_stays_so_until_it_runs_what_it_should() {
        var host = host("a");
        settle(host, Fleet.storePath(run + "wanted"));
        var reverted = Fleet.reportOf(Phase.REVERTED, Fleet.storePath(run + "old"), Status.PASS, "no network", null);
        fleet.report(host, now.minusSeconds(60), reverted);
        report(host, now.minusSeconds(30), "old");
        var item = drift("&kind=SELF_REVERTED").at("/items/0");
        assertThat(item.at("/detail").asString()).isEqualTo("no network");
        report(host, now, "wanted");
        assertThat(kinds("")).isEmpty();
    }

    @Test
    void what_the_agent_reports_stands_until_it_no_longer_does() {
        var host = host("a");
        var ref = Fleet.storePath(run);
        fleet.report(
                host,
                Phase.IDLE,
                ref,
                new Drift(DriftKind.FAILED_UNITS, "nginx.service"),
                new Drift(DriftKind.FAILED_UNITS, "sshd.service"),
                new Drift(DriftKind.REBOOT_REQUIRED, null));
        assertThat(kinds("")).containsExactly("FAILED_UNITS", "FAILED_UNITS", "REBOOT_REQUIRED");
        fleet.report(host, now, Fleet.reportOf(Phase.IDLE, ref, Status.PASS, null, null));
        assertThat(kinds("")).hasSize(3);
        fleet.report(host, Phase.IDLE, ref, new Drift(DriftKind.FAILED_UNITS, "sshd.service"));
        assertThat(drift("").at("/items/0/detail").asString()).isEqualTo("sshd.service");
        assertThat(kinds("")).hasSize(1);
    }

    @Test
    void a_host_not_heard_of_is_silent_since_it_had_to_be_heard() {
        var host = host("a");
        jdbc.sql("update host_status set last_seen_at = now() - interval '1 hour' where host_id = :id")
                .param("id", host.value())
                .update();
        assertThat(kinds("")).containsExactly("SILENT");
        assertThat(drift("").at("/items/0/ageSeconds").asLong()).isBetween(55 * 60L - 5, 55 * 60L + 60);
        hosts.seen(List.of(host), clock.instant());
        assertThat(kinds("")).isEmpty();
    }

    @Test
    void pages_follow_one_another_without_gap_or_repeat() {
        for (var i = 0; i < 7; i++) {
            var host = host("h" + i);
            settle(host, Fleet.storePath(run + "wanted"));
            fleet.report(host, Phase.IDLE, Fleet.storePath(run + "other"));
        }
        var seen = new ArrayList<String>();
        var next = "";
        do {
            var page = drift("&limit=3" + (next.isEmpty() ? "" : "&cursor=" + next));
            page.at("/items")
                    .forEach(it ->
                            seen.add(it.at("/name").asString() + it.at("/kind").asString()));
            next = page.at("/next").asString("");
        } while (!next.isEmpty());
        assertThat(seen).hasSize(14).doesNotHaveDuplicates().isSorted();
    }

    @Test
    void every_row_is_exported_as_csv_and_as_lines_of_json() {
        var host = host("a");
        fleet.report(host, Phase.IDLE, Fleet.storePath(run), new Drift(DriftKind.LOCAL_CHANGES, "=HYPERLINK(\"x\")"));
        var csv = api.with("Accept", "text/csv").get("/api/v1/drift?selector=run%3D" + run);
        assertThat(csv.header("Content-Type")).startsWith("text/csv");
        assertThat(csv.body().split("\r\n")).hasSize(2).anyMatch(line -> line.contains("\"'=HYPERLINK(\"\"x\"\")\""));
        var lines = api.with("Accept", "application/x-ndjson").get("/api/v1/drift?selector=run%3D" + run);
        assertThat(lines.header("Content-Type")).startsWith("application/x-ndjson");
        assertThat(lines.json().at("/kind").asString()).isEqualTo("LOCAL_CHANGES");
    }

    @Test
    void an_export_holds_more_rows_than_a_page() {
        jdbc.sql("""
                        with host as (
                            insert into hosts (id, name, platform, labels, machine_id, credential_hash, enrolled_at)
                            select gen_random_uuid(), :run || '-' || n, 'nixos', jsonb_build_object('run', cast(:run as text)), 'm',
                                   sha256(convert_to(:run || n, 'UTF8')), now() from generate_series(1, 2345) n returning id)
                        insert into host_drift (host_id, kind, first_seen_at) select id, 'UNVERIFIED', now() from host""").param("run", run).update();
        var csv = api.with("Accept", "text/csv").get("/api/v1/drift?selector=run%3D" + run);
        assertThat(csv.body().lines()).hasSize(2346);
    }

    @Test
    void the_summary_counts_hosts_by_label_kind_or_platform() {
        fleet.report(
                fleet.host(run + "-a", Map.of("run", run, "site", "x")),
                Phase.IDLE,
                Fleet.storePath("1"),
                unit("a"),
                unit("b"));
        fleet.report(
                fleet.host(run + "-b", Map.of("run", run, "site", "x")), Phase.IDLE, Fleet.storePath("1"), unit("a"));
        fleet.report(fleet.host(run + "-c", Map.of("run", run)), Phase.IDLE, Fleet.storePath("1"), unit("a"));
        assertThat(summary("site").toString())
                .isEqualTo("[{\"group\":\"x\",\"hosts\":2,\"kinds\":{\"FAILED_UNITS\":2}},"
                        + "{\"group\":null,\"hosts\":1,\"kinds\":{\"FAILED_UNITS\":1}}]");
        assertThat(summary("kind").at("/0/hosts").asInt()).isEqualTo(3);
        assertThat(summary("platform").at("/0/group").asString()).isEqualTo("nixos");
    }

    @Test
    void bad_questions_are_refused_by_name() {
        assertThat(api.get("/api/v1/drift?kind=ODD").pointer()).isEqualTo("kind");
        assertThat(api.get("/api/v1/drift?minAge=-PT1H").pointer()).isEqualTo("minAge");
        assertThat(api.get("/api/v1/drift?minAge=1h").pointer()).isEqualTo("minAge");
        assertThat(api.get("/api/v1/drift/summary?groupBy=a%20b").pointer()).isEqualTo("groupBy");
        assertThat(api.get("/api/v1/drift?selector=%3D").code()).isEqualTo("invalid_selector");
        assertThat(api.with("Accept", "image/png").get("/api/v1/drift").status())
                .isEqualTo(406);
    }

    private static Drift unit(String name) {
        return new Drift(DriftKind.FAILED_UNITS, name);
    }

    private HostId host(String suffix) {
        return fleet.host(run + "-" + suffix, Map.of("run", run));
    }

    private void settle(HostId host, String ref) {
        hosts.desires(host, ref, null, null, now.minusSeconds(3600));
    }

    private void report(HostId host, Instant at, String seed) {
        fleet.report(host, at, Fleet.reportOf(Phase.IDLE, Fleet.storePath(run + seed), Status.PASS, null, null));
    }

    private void register(String ref) {
        var body = "{\"name\":\"%s\",\"platform\":\"nixos\",\"artifacts\":[{\"ref\":\"%s\"}]}".formatted(run, ref);
        assertThat(api.post("/api/v1/generations", body).status()).isEqualTo(201);
    }

    private String state(HostId host) {
        return api.get("/api/v1/hosts/" + host).json().at("/state").asString();
    }

    private JsonNode drift(String query) {
        return api.get("/api/v1/drift?selector=run%3D" + run + query).json();
    }

    private List<String> kinds(String query) {
        var kinds = new ArrayList<String>();
        drift(query).at("/items").forEach(item -> kinds.add(item.at("/kind").asString()));
        return kinds;
    }

    private JsonNode summary(String groupBy) {
        return api.get("/api/v1/drift/summary?groupBy=" + groupBy + "&selector=run%3D" + run)
                .json()
                .at("/items");
    }
}
