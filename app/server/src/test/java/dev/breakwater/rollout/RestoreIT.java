package dev.breakwater.rollout;

import static dev.breakwater.rollout.Scene.require;
import static dev.breakwater.rollout.Scene.wave;
import static org.assertj.core.api.Assertions.assertThat;

import dev.breakwater.Api.Answer;
import dev.breakwater.DebianPostgres;
import dev.breakwater.RunningServer;
import dev.breakwater.rollout.Desired.Action;
import dev.breakwater.rollout.Scene.Stage;
import java.nio.file.Path;
import java.sql.DriverManager;
import java.sql.SQLException;
import java.util.List;
import java.util.UUID;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import tools.jackson.databind.JsonNode;

/**
 * A backup is taken while the canary wave is open; the rollout goes on, the second wave opens and switches; then the database is lost and
 * the backup restored, two hours old. What the second wave's hosts were told, the restored database has never said.
 */
class RestoreIT {
    @TempDir
    private static Path folder;

    private DebianPostgres postgres;
    private RunningServer server;
    private Scene scene;
    private String rollout;
    private List<Player> canary;
    private List<Player> rest;

    @BeforeEach
    void the_database_is_lost_and_an_older_backup_restored() {
        postgres = DebianPostgres.start(folder);
        postgres.createDatabase("fleet");
        server = RunningServer.on(postgres.url("fleet"));
        scene = new Scene(server.bean(Stage.class), server.port()).with(4);
        var waves = wave("canary", "1") + "," + wave("rest", "rest");
        rollout = scene.start(scene.request(scene.generation(), "", waves));
        var canaries = scene.of(rollout, 0);
        canaries.forEach(Player::claim);
        postgres.dump("fleet", folder.resolve("backup"));
        canaries.forEach(Player::play);
        scene.players.forEach(Player::play);
        scene.playUntil(rollout, "COMPLETED");
        server.close();
        restore();
    }

    private void restore() {
        postgres.createDatabase("restored");
        postgres.restore(folder.resolve("backup"), "restored");
        var before = scene.players.stream()
                .map(player -> player.acted)
                .max(Long::compare)
                .orElseThrow();
        assertThat(before).isPositive();
        age();
        server = RunningServer.on(postgres.url("restored"));
        scene = scene.on(server.bean(Stage.class), server.port());
        canary = scene.of(rollout, 0);
        rest = scene.of(rollout, 1);
    }

    /** As if the backup were two hours old. */
    private void age() {
        try (var session = DriverManager.getConnection(postgres.url("restored"));
                var statement = session.createStatement()) {
            statement.execute("update pulse set beat_at = beat_at - interval '2 hours'");
            statement.execute(
                    "update waves set directed_at = directed_at - interval '2 hours', look_at = look_at - interval '2 hours'");
            statement.execute(
                    "update rollout_hosts set claimed_at = claimed_at - interval '2 hours', spoke_at = spoke_at - interval '2 hours'");
        } catch (SQLException e) {
            throw new IllegalStateException(e);
        }
    }

    @AfterEach
    void end() {
        server.close();
        postgres.close();
    }

    @Test
    void after_a_restore_nothing_moves_by_itself_until_a_person_has_decided() {
        nobody_is_silent_for_what_happened_while_no_server_listened();
        a_host_that_has_seen_more_is_held_and_its_rollout_paused();
        people_can_see_why();
        it_goes_on_when_people_have_decided();
    }

    private void nobody_is_silent_for_what_happened_while_no_server_listened() {
        server.bean(Ticker.class).sweep(UUID.fromString(rollout));
        assertThat(scene.phase(rollout)).isEqualTo("ROLLING");
        assertThat(scene.count(rollout, 0, "silent")).isZero();
    }

    private void a_host_that_has_seen_more_is_held_and_its_rollout_paused() {
        rest.forEach(Player::play);
        scene.await(rollout, "PAUSED");
        assertThat(rest).allSatisfy(player -> {
            assertThat(server.bean(Offers.class).desired(player.id).action()).isEqualTo(Action.NONE);
            assertThat(host(player).at("/state").asString()).isEqualTo("CONFLICT");
            assertThat(host(player).at("/conflict/epoch").asLong()).isEqualTo(player.acted);
        });
        canary.forEach(Player::play);
        scene.players.forEach(Player::play);
        server.bean(Ticker.class).sweep(UUID.fromString(rollout));
        assertThat(scene.phase(rollout)).isEqualTo("PAUSED");
        assertThat(number("select count(*) from rollout_hosts where wave = 1 and (touched or state <> 'PENDING')"))
                .isZero();
    }

    private void people_can_see_why() {
        assertThat(scene.get(rollout).at("/waitingFor").asString())
                .contains("a person to resume it", "the database was restored", "3 hosts in conflict");
        var player = rest.getFirst();
        assertThat(scene.api
                        .get("/api/v1/hosts/%s/explain".formatted(player.id))
                        .json()
                        .at("/sentence")
                        .asString())
                .contains("is in conflict", "has seen epoch " + player.acted);
        assertThat(scene.api.get("/api/v1/drift?kind=CONFLICT").json().at("/items"))
                .hasSize(3);
        assertThat(scene.api.get("/api/v1/hosts?state=CONFLICT").json().at("/items"))
                .hasSize(3);
        assertThat(scene.api.get("/api/v1/audit?limit=200").body()).contains("host.conflict", "rollout.paused");
    }

    private void it_goes_on_when_people_have_decided() {
        var adopted = rest.getFirst();
        require(resolve("/" + adopted.id + "/resolve-conflict", "ADOPT", ""), 200);
        assertThat(host(adopted).at("/desired/ref").asString()).isEqualTo(adopted.ref);
        assertThat(resolve("/" + adopted.id + "/resolve-conflict", "ADOPT", "").code())
                .isEqualTo("no_conflict");
        var all = require(resolve("/resolve-conflicts", "KEEP", "\"selector\":\"run=%s\",".formatted(scene.run)), 200);
        assertThat(all.get("hosts").asInt()).isEqualTo(2);
        require(scene.say(rollout, "resume"), 200);
        scene.playUntil(rollout, "COMPLETED");
        assertThat(number("select min(epoch) from waves where ordinal = 1")).isGreaterThan(adopted.acted);
        assertThat(host(adopted).at("/state").asString()).isEqualTo("CURRENT");
        assertThat(server.bean(Invariants.class).violations().values()).containsOnly(0);
    }

    private Answer resolve(String path, String decision, String more) {
        return scene.api.post(
                "/api/v1/hosts" + path, "{%s\"decision\":\"%s\",\"reason\":\"restored\"}".formatted(more, decision));
    }

    private JsonNode host(Player player) {
        return scene.api.get("/api/v1/hosts/" + player.id).json();
    }

    private long number(String sql) {
        return scene.stage.jdbc().sql(sql).query(Long.class).single();
    }
}
