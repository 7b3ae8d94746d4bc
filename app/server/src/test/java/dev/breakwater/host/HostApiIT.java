package dev.breakwater.host;

import static org.assertj.core.api.Assertions.assertThat;

import dev.breakwater.Api;
import dev.breakwater.BreakwaterIT;
import dev.breakwater.host.HostReport.Phase;
import dev.breakwater.host.HostReport.Status;
import dev.breakwater.identity.Secrets;
import java.time.Clock;
import java.time.Duration;
import java.time.Instant;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.concurrent.Executors;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.springframework.beans.factory.annotation.Autowired;
import org.springframework.boot.test.web.server.LocalServerPort;
import org.springframework.jdbc.core.simple.JdbcClient;
import tools.jackson.databind.JsonNode;

@BreakwaterIT
class HostApiIT {
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

    @BeforeEach
    void begin() {
        api = Api.admin(port);
        run = Fleet.unique("run");
    }

    @Test
    void a_host_shows_what_it_runs_and_was_last_good() {
        var name = Fleet.unique("web");
        var host = fleet.host(name, Map.of("run", run));
        fleet.report(host, Phase.IDLE, Fleet.storePath("a"));
        var shown = api.get("/api/v1/hosts/" + host).json();
        assertThat(shown.at("/name").asString()).isEqualTo(name);
        assertThat(shown.at("/platform").asString()).isEqualTo("nixos");
        assertThat(shown.at("/labels/run").asString()).isEqualTo(run);
        assertThat(shown.at("/state").asString()).isEqualTo("UNMANAGED");
        assertThat(shown.at("/current/ref").asString()).isEqualTo(Fleet.storePath("a"));
        assertThat(shown.at("/lastGood/ref").asString()).isEqualTo(Fleet.storePath("a"));
        assertThat(shown.at("/desired").isNull()).isTrue();
        assertThat(shown.at("/hold").isNull()).isTrue();
        assertThat(shown.at("/drift").isEmpty()).isTrue();
    }

    @Test
    void a_page_follows_another_without_gap_or_repeat_while_hosts_are_added() {
        for (var i = 0; i < 25; i++) {
            fleet.host("%s-%02d".formatted(run, i), Map.of("run", run));
        }
        var names = new ArrayList<String>();
        var next = "";
        var added = 0;
        do {
            var page = api.get(
                            "/api/v1/hosts?limit=4&selector=run%3D" + run + (next.isEmpty() ? "" : "&cursor=" + next))
                    .json();
            page.at("/items").forEach(host -> names.add(host.at("/name").asString()));
            next = page.at("/next").asString("");
            fleet.host("%s-%02d-new-%d".formatted(run, 3 * added, added++), Map.of("run", run));
        } while (!next.isEmpty());
        assertThat(names).isSorted().doesNotHaveDuplicates();
        for (var i = 0; i < 25; i++) {
            assertThat(names).contains("%s-%02d".formatted(run, i));
        }
    }

    @Test
    void hosts_are_found_by_selector_platform_state_and_name() {
        fleet.host(run + "-held", Map.of("run", run));
        var sick = fleet.host(run + "-sick", Map.of("run", run, "role", "db"));
        fleet.report(sick, clock.instant(), Fleet.reportOf(Phase.IDLE, Fleet.storePath("a"), Status.FAIL, null, null));
        assertThat(names("selector=run%3D" + run + ",role%3Ddb")).containsExactly(run + "-sick");
        assertThat(names("selector=run%3D" + run + "&state=UNHEALTHY,HELD")).containsExactly(run + "-sick");
        assertThat(names("selector=run%3D" + run + "&platform=ostree")).isEmpty();
        assertThat(names("q=" + run + "-HELD")).containsExactly(run + "-held");
    }

    @Test
    void a_bad_selector_platform_state_limit_or_cursor_is_refused_by_name() {
        assertThat(api.get("/api/v1/hosts?selector=a%20in%20()")).satisfies(it -> {
            assertThat(it.status()).isEqualTo(422);
            assertThat(it.code()).isEqualTo("invalid_selector");
        });
        assertThat(api.get("/api/v1/hosts?platform=windows").pointer()).isEqualTo("platform");
        assertThat(api.get("/api/v1/hosts?state=GOOD").pointer()).isEqualTo("state");
        assertThat(api.get("/api/v1/hosts?limit=0").pointer()).isEqualTo("limit");
        assertThat(api.get("/api/v1/hosts?cursor=abc").status()).isEqualTo(400);
    }

    @Test
    void labels_are_merged_and_null_removes_one() {
        var host = fleet.host(Fleet.unique("web"), Map.of("run", run, "role", "web", "old", "1"));
        var patched = patch(host, "{\"labels\":{\"role\":\"api\",\"old\":null,\"new\":\"2\"}}");
        assertThat(patched.status()).isEqualTo(200);
        assertThat(patched.json().at("/labels").toString())
                .isEqualTo("{\"new\":\"2\",\"run\":\"%s\",\"role\":\"api\"}".formatted(run));
    }

    @Test
    void a_patch_must_name_the_revision_it_changes() {
        var host = fleet.host(Fleet.unique("web"), Map.of());
        assertThat(api.patch("/api/v1/hosts/" + host, "{}").status()).isEqualTo(428);
        assertThat(api.with("If-Match", "\"7\"")
                        .patch("/api/v1/hosts/" + host, "{}")
                        .status())
                .isEqualTo(412);
    }

    @Test
    void of_two_patches_of_one_revision_one_is_refused() throws Exception {
        var host = fleet.host(Fleet.unique("web"), Map.of());
        var etag = api.get("/api/v1/hosts/" + host).header("ETag");
        var statuses = new ArrayList<Integer>();
        try (var threads = Executors.newVirtualThreadPerTaskExecutor()) {
            var both = List.of("x", "y").stream()
                    .map(value -> threads.submit(() -> api.with("If-Match", etag)
                            .patch("/api/v1/hosts/" + host, "{\"labels\":{\"a\":\"%s\"}}".formatted(value))
                            .status()))
                    .toList();
            for (var one : both) {
                statuses.add(one.get());
            }
        }
        assertThat(statuses).containsExactlyInAnyOrder(200, 412);
    }

    @Test
    void labels_beyond_the_limits_are_refused_with_the_label_named() {
        var host = fleet.host(Fleet.unique("web"), Map.of());
        assertThat(patch(host, "{\"labels\":{\"bad key\":\"x\"}}").pointer()).isEqualTo("/labels/bad key");
        assertThat(patch(host, "{\"labels\":{\"a.io/b\":\"-x\"}}").pointer()).isEqualTo("/labels/a.io~1b");
        var many = new StringBuilder("{\"labels\":{");
        for (var i = 0; i < 65; i++) {
            many.append(i == 0 ? "" : ",").append("\"k").append(i).append("\":\"v\"");
        }
        assertThat(patch(host, many + "}}").pointer()).isEqualTo("/labels");
        assertThat(patch(host, "{\"colour\":\"red\"}").code()).isEqualTo("unknown_field");
    }

    @Test
    void a_hold_shows_its_reason_and_actor_until_it_is_released() {
        var host = fleet.host(Fleet.unique("web"), Map.of());
        var held = patch(host, "{\"hold\":{\"reason\":\"disk swap\"}}").json();
        assertThat(held.at("/state").asString()).isEqualTo("HELD");
        assertThat(held.at("/hold/reason").asString()).isEqualTo("disk swap");
        assertThat(held.at("/hold/actor").asString()).isNotEmpty();
        assertThat(patch(host, "{\"labels\":{}}").json().at("/state").asString())
                .isEqualTo("HELD");
        assertThat(patch(host, "{\"hold\":null}").json().at("/hold").isNull()).isTrue();
        assertThat(history(host)).contains("HELD", "RELEASED");
    }

    @Test
    void a_hold_ends_by_itself() {
        var host = fleet.host(Fleet.unique("web"), Map.of());
        patch(
                host,
                "{\"hold\":{\"reason\":\"x\",\"until\":\"%s\"}}"
                        .formatted(clock.instant().plus(Duration.ofHours(1))));
        assertThat(state(host)).isEqualTo("HELD");
        jdbc.sql("update hosts set hold_until = now() - interval '1 second' where id = :id")
                .param("id", host.value())
                .update();
        assertThat(state(host)).isEqualTo("UNMANAGED");
        assertThat(api.get("/api/v1/hosts/" + host).json().at("/hold").isNull()).isTrue();
    }

    @Test
    void a_hold_without_reason_or_in_the_past_is_refused() {
        var host = fleet.host(Fleet.unique("web"), Map.of());
        assertThat(patch(host, "{\"hold\":{\"reason\":\" \"}}").pointer()).isEqualTo("/hold/reason");
        assertThat(patch(host, "{\"hold\":{\"reason\":\"x\",\"until\":\"2020-01-01T00:00:00Z\"}}")
                        .pointer())
                .isEqualTo("/hold/until");
    }

    @Test
    void a_host_that_was_not_seen_for_long_is_silent_and_back_when_seen() {
        var host = fleet.host(Fleet.unique("web"), Map.of());
        jdbc.sql("update host_status set last_seen_at = now() - interval '1 hour' where host_id = :id")
                .param("id", host.value())
                .update();
        assertThat(state(host)).isEqualTo("SILENT");
        hosts.seen(List.of(host), clock.instant());
        assertThat(state(host)).isEqualTo("UNMANAGED");
    }

    @Test
    void a_deleted_host_is_gone_and_its_credential_void() {
        var name = Fleet.unique("web");
        var enrolled = fleet.enroll(name, Map.of());
        assertThat(api.delete("/api/v1/hosts/" + enrolled.hostId()).status()).isEqualTo(204);
        assertThat(api.get("/api/v1/hosts/" + enrolled.hostId()).status()).isEqualTo(404);
        assertThat(api.delete("/api/v1/hosts/" + enrolled.hostId()).code()).isEqualTo("host_not_found");
        assertThat(hosts.authenticate(Secrets.sha256(enrolled.credential()))).isEmpty();
        assertThat(fleet.host(name, Map.of())).isNotEqualTo(enrolled.hostId());
    }

    @Test
    void history_tells_what_a_host_ran_newest_first() {
        var host = fleet.host(Fleet.unique("web"), Map.of());
        var start = Instant.parse("2026-11-20T00:00:00Z");
        for (var i = 0; i < 5; i++) {
            fleet.report(
                    host,
                    start.plusSeconds(i),
                    Fleet.reportOf(Phase.IDLE, Fleet.storePath("r" + i / 2), Status.PASS, null, null));
        }
        assertThat(history(host))
                .containsExactly("ENROLLED", "BOOTED", "CURRENT", "BOOTED", "CURRENT", "BOOTED", "CURRENT");
        var page = api.get("/api/v1/hosts/%s/history?limit=3".formatted(host)).json();
        var rest = api.get("/api/v1/hosts/%s/history?limit=100&cursor=%s"
                        .formatted(host, page.at("/next").asString()))
                .json();
        assertThat(page.at("/items").size() + rest.at("/items").size()).isEqualTo(7);
    }

    private String state(HostId host) {
        return api.get("/api/v1/hosts/" + host).json().at("/state").asString();
    }

    private Api.Answer patch(HostId host, String body) {
        var etag = api.get("/api/v1/hosts/" + host).header("ETag");
        return api.with("If-Match", etag).patch("/api/v1/hosts/" + host, body);
    }

    private List<String> names(String query) {
        return texts(api.get("/api/v1/hosts?" + query).json(), "/name");
    }

    private List<String> history(HostId host) {
        return texts(api.get("/api/v1/hosts/%s/history".formatted(host)).json(), "/kind");
    }

    private static List<String> texts(JsonNode page, String field) {
        var texts = new ArrayList<String>();
        page.at("/items").forEach(item -> texts.add(item.at(field).asString()));
        return texts;
    }
}
