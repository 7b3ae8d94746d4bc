package dev.breakwater.agent;

import static org.assertj.core.api.Assertions.assertThat;
import static org.awaitility.Awaitility.await;

import dev.breakwater.Api;
import dev.breakwater.BreakwaterIT;
import dev.breakwater.RunningServer;
import dev.breakwater.db.TestDatabase;
import java.util.List;
import java.util.Map;
import java.util.UUID;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.springframework.beans.factory.annotation.Autowired;
import org.springframework.boot.test.web.server.LocalServerPort;

/** What one server changes, another one that answers from memory says too; it may be wrong for no longer than {@link Memory#TRUSTED}. */
@BreakwaterIT
class FollowingIT {
    private final String name = "following-" + UUID.randomUUID();

    @LocalServerPort
    private int port;

    @Autowired
    private TestDatabase database;

    private RunningServer another;
    private Wire there;
    private Wire here;

    @BeforeEach
    void start() {
        here = new Wire(port);
        another = RunningServer.on(
                database.getJdbcUrl(),
                _ -> {},
                "--spring.datasource.username=" + database.getUsername(),
                "--spring.datasource.password=" + database.getPassword(),
                "--db-scheduler.enabled=false");
        there = new Wire(another.port());
    }

    @AfterEach
    void end() {
        another.close();
    }

    @Test
    void a_revocation_a_halt_and_a_hold_are_seen_by_another_server() {
        a_halt_is_seen();
        a_hold_is_seen();
        a_revocation_is_seen();
    }

    private void a_halt_is_seen() {
        var fleet = WireFleet.of(here, name, 2);
        var rollout = fleet.rollout(fleet.generation("new"), List.of(WireFleet.wave("all", "rest")));
        fleet.start(rollout);
        var host = fleet.hosts.getFirst();
        var tag = answeredFromMemory(host);
        assertThat(action(host)).isEqualTo("ACTIVATE");
        here.asAdmin("/api/v1/rollouts/%s/halt".formatted(rollout), Map.of("reason", "test"))
                .expect(200);
        await().until(() -> ask(host, tag).status() == 200);
        assertThat(action(host)).isEqualTo("NONE");
    }

    private void a_hold_is_seen() {
        var fleet = WireFleet.of(here, name + "-held", 2);
        var host = fleet.hosts.getFirst();
        fleet.start(fleet.rollout(fleet.generation("new"), List.of(WireFleet.wave("all", "rest"))));
        var tag = answeredFromMemory(host);
        var path = "/api/v1/hosts/" + host.id;
        var api = Api.admin(port);
        var revision = api.get(path).header("ETag");
        assertThat(api.with("If-Match", revision)
                        .patch(path, "{\"hold\":{\"reason\":\"test\"}}")
                        .status())
                .isEqualTo(200);
        await().until(() -> ask(host, tag).status() == 200);
        assertThat(action(host)).isEqualTo("NONE");
    }

    private void a_revocation_is_seen() {
        var host = WireHost.enrol(here, WireHost.token(here, 1), name + "-gone", Map.of());
        var tag = answeredFromMemory(host);
        here.delete("/api/v1/hosts/" + host.id, BreakwaterIT.ADMIN_TOKEN).expect(204);
        await().until(() -> ask(host, tag).status() == 401);
    }

    /** The tag of an answer that the other server repeats without its database. */
    private String answeredFromMemory(WireHost host) {
        var memory = another.bean(Memory.class);
        var tag = there.get("/agent/v1/desired", host.credential).etag();
        await().until(() -> {
            there.get("/agent/v1/desired", host.credential).expect(200);
            var before = memory.answers();
            return ask(host, tag).status() == 304 && memory.answers() > before;
        });
        return tag;
    }

    private Wire.Answer ask(WireHost host, String tag) {
        return there.get("/agent/v1/desired", host.credential, "If-None-Match", tag);
    }

    private String action(WireHost host) {
        return there.get("/agent/v1/desired", host.credential).text("action");
    }
}
