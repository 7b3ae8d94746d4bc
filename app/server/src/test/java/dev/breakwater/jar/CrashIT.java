package dev.breakwater.jar;

import static org.assertj.core.api.Assertions.assertThat;
import static org.awaitility.Awaitility.await;

import dev.breakwater.FleetProcess;
import java.io.IOException;
import java.nio.file.Path;
import java.time.Duration;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.TestInstance;
import org.junit.jupiter.api.io.TempDir;

/** A rollout in full flight, and {@code kill -9} of what it runs on. */
@TestInstance(TestInstance.Lifecycle.PER_CLASS)
class CrashIT {
    private static final int HOSTS = 20;
    private static final Duration PATIENCE = Duration.ofMinutes(2);

    @TempDir
    static Path folder;

    private JarServer server;
    private FleetProcess fleet;

    @BeforeAll
    void a_fleet_is_healthy() throws IOException {
        server = JarServer.start(folder);
        fleet = FleetProcess.start(server.url(), new FleetProcess.Cast("crash", HOSTS, "bad"), folder);
        await("the fleet is known").atMost(PATIENCE).until(() -> withLastGood() == HOSTS);
    }

    @AfterAll
    void end() {
        fleet.close();
        server.close();
    }

    @Test
    void a_rollout_goes_on_by_itself_after_the_server_was_killed() throws IOException, InterruptedException {
        var rollout = start("good", '1');
        await("the second wave is open")
                .atMost(PATIENCE)
                .until(() -> wave(rollout, 1).equals("OPEN"));
        server.kill();
        server.start();
        await("it ends").atMost(PATIENCE).until(() -> phase(rollout).equals("COMPLETED"));
        assertThat(server.api().get("/api/v1/audit/verify").json().path("valid").asBoolean())
                .isTrue();
    }

    @Test
    void a_failing_rollout_is_taken_back_although_its_database_was_killed() throws IOException {
        var rollout = start("bad", '2');
        server.killDatabase();
        await("it ends")
                .atMost(PATIENCE)
                .ignoreExceptions()
                .until(() -> phase(rollout).equals("ROLLED_BACK"));
        assertThat(server.api()
                        .get("/api/v1/rollouts/%s/hosts?state=FAILED".formatted(rollout))
                        .json()
                        .path("items"))
                .isEmpty();
    }

    @Test
    void a_generation_acknowledged_just_before_the_kill_is_there_afterwards() throws IOException, InterruptedException {
        var generation = register("kept", '3');
        server.kill();
        server.start();
        assertThat(server.api().get("/api/v1/generations/" + generation).status())
                .isEqualTo(200);
    }

    private String start(String name, char digit) {
        var generation = register(name, digit);
        var created = server.api().post("/api/v1/rollouts", """
                {"name": "%s", "generationId": "%s", "selector": "fleet=crash", "minHealthy": 1, "finalSoak": "PT0S",
                 "waves": [{"name": "canary", "size": "2", "soak": "PT1S", "maxFailed": "0", "deadline": "PT1M"},
                           {"name": "rest", "size": "rest", "soak": "PT2S", "maxFailed": "0", "deadline": "PT1M"}]}
                """.formatted(name, generation));
        assertThat(created.status()).as(created.body()).isEqualTo(201);
        var id = created.json().path("id").asString();
        var started = server.api().post("/api/v1/rollouts/%s/start".formatted(id), "{\"reason\": \"crash test\"}");
        assertThat(started.status()).as(started.body()).isEqualTo(200);
        return id;
    }

    private String register(String name, char digit) {
        var ref =
                "/nix/store/%s-nixos-system-%s".formatted(String.valueOf(digit).repeat(32), name);
        var answer = server.api().post("/api/v1/generations", """
                {"name": "%s", "platform": "nixos", "artifacts": [{"ref": "%s"}]}""".formatted(name, ref));
        assertThat(answer.status()).as(answer.body()).isEqualTo(201);
        return answer.json().path("id").asString();
    }

    private String phase(String rollout) {
        return server.api()
                .get("/api/v1/rollouts/" + rollout)
                .json()
                .path("phase")
                .asString("");
    }

    private String wave(String rollout, int index) {
        return server.api()
                .get("/api/v1/rollouts/" + rollout)
                .json()
                .at("/waves/%d/state".formatted(index))
                .asString("");
    }

    private long withLastGood() {
        return server.api()
                .get("/api/v1/hosts?limit=100&selector=fleet=crash")
                .json()
                .path("items")
                .valueStream()
                .filter(host -> host.path("lastGood").isObject())
                .count();
    }
}
