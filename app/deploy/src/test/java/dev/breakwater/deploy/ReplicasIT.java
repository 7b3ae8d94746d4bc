package dev.breakwater.deploy;

import static org.assertj.core.api.Assertions.assertThat;
import static org.awaitility.Awaitility.await;

import java.io.IOException;
import java.io.UncheckedIOException;
import java.net.ServerSocket;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.attribute.PosixFilePermissions;
import java.time.Duration;
import java.util.List;
import java.util.stream.IntStream;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.TestInstance;
import org.junit.jupiter.api.io.TempDir;

/** Three replicas on one PostgreSQL, behind one address, as the chart runs them: a fleet's rollout survives the loss of any of them. */
@TestInstance(TestInstance.Lifecycle.PER_CLASS)
class ReplicasIT {
    private static final int REPLICAS = 3;
    private static final int HOSTS = 20;
    private static final String FLEET = "three";
    private static final Duration PATIENCE = Duration.ofMinutes(2);

    @TempDir
    static Path folder;

    private String databaseNetwork;
    private List<Docker.Container> replicas;
    private Balancer balancer;
    private Process fleet;
    private Operator operator;

    @BeforeAll
    void they_start_at_once_on_an_empty_database_and_a_fleet_is_healthy() throws IOException {
        Docker.build();
        databaseNetwork = Docker.network("breakwater-test-db");
        // ports are published here, on the network that is not cut
        var edge = Docker.network("breakwater-test-edge");
        Docker.run(
                "--network=" + databaseNetwork,
                "--network-alias=db",
                "--tmpfs=/var/lib/postgresql:uid=999",
                "--env=POSTGRES_USER=breakwater",
                "--env=POSTGRES_PASSWORD=of-the-database",
                Docker.POSTGRES,
                "postgres",
                "-cmax_connections=100");
        var secrets = secrets();
        replicas = IntStream.range(0, REPLICAS)
                .mapToObj(_ -> replica(edge, secrets))
                .toList();
        replicas.forEach(replica -> replica.awaitHealthy(PATIENCE));
        balancer = Balancer.over(
                replicas.stream().map(replica -> replica.port(8080)).toList());
        await("all are ready").atMost(PATIENCE).until(() -> balancer.ready().size() == REPLICAS);
        operator = Operator.at(balancer.url());
        fleet = fleet();
        await("the fleet is known").atMost(PATIENCE).ignoreExceptions().until(() -> withLastGood() == HOSTS);
    }

    @AfterAll
    void end() throws IOException {
        if (fleet != null) {
            fleet.destroyForcibly();
        }
        if (balancer != null) {
            balancer.close();
        }
        Docker.clean();
    }

    @Test
    void a_rollout_goes_on_while_one_of_three_is_killed_and_comes_back() {
        var rollout = operator.roll(FLEET, '1');
        awaitWave(rollout, 1, "OPEN");
        var killed = replicas.getFirst();
        killed.kill();
        awaitCompleted(rollout);
        killed.start();
        killed.awaitHealthy(PATIENCE);
        assertThat(settled(rollout)).isEqualTo(HOSTS);
        assertThat(operator.get("/api/v1/audit/verify").path("valid").asBoolean())
                .isTrue();
    }

    @Test
    void a_rollout_goes_on_while_one_of_three_is_cut_off_from_the_database() {
        var rollout = operator.roll(FLEET, '2');
        awaitWave(rollout, 1, "OPEN");
        var cut = replicas.getLast();
        cut.disconnect(databaseNetwork);
        await("it is not ready").atMost(PATIENCE).until(() -> !balancer.ready().contains(cut.port(8080)));
        awaitCompleted(rollout);
        var alive = Operator.at("http://127.0.0.1:" + cut.port(8080)).status("/actuator/health/liveness");
        assertThat(alive)
                .as("a restart would not help: nobody must be led to one")
                .isEqualTo(200);
        cut.connect(databaseNetwork);
        await("it is ready again").atMost(PATIENCE).until(() -> balancer.ready().contains(cut.port(8080)));
        assertThat(settled(rollout)).isEqualTo(HOSTS);
        assertThat(operator.get("/api/v1/audit/verify").path("valid").asBoolean())
                .isTrue();
    }

    private Docker.Container replica(String edge, Path secrets) {
        var container = new Docker.Container(Commands.run(
                "docker",
                "create",
                "--label=" + Docker.label(),
                "--network=" + edge,
                "--read-only",
                "--tmpfs=/tmp",
                "--cap-drop=ALL",
                "--security-opt=no-new-privileges",
                "--memory=768m",
                "--publish=127.0.0.1:%d:8080".formatted(freePort()),
                "--volume=" + secrets + ":/run/secrets/breakwater:ro",
                "--env=SPRING_DATASOURCE_URL=jdbc:postgresql://db:5432/breakwater",
                "--env=BREAKWATER_AGENT_LIVEPOLL=PT2S",
                "--env=BREAKWATER_AGENT_IDLEPOLL=PT5S",
                Docker.IMAGE));
        container.connect(databaseNetwork);
        container.start();
        return container;
    }

    /** Chosen here, since Docker would choose another after a restart. */
    private static int freePort() {
        try (var free = new ServerSocket(0)) {
            return free.getLocalPort();
        } catch (IOException none) {
            throw new UncheckedIOException(none);
        }
    }

    private static Path secrets() throws IOException {
        var secrets = Files.createDirectory(folder.resolve("secrets"));
        Files.writeString(secrets.resolve("breakwater.admin.token"), Operator.TOKEN + "\n");
        Files.writeString(secrets.resolve("breakwater.admin.password"), "of-the-first-operator\n");
        Files.writeString(secrets.resolve("breakwater.sealing-key"), "A".repeat(43) + "=\n");
        Files.writeString(secrets.resolve("spring.datasource.username"), "breakwater\n");
        Files.writeString(secrets.resolve("spring.datasource.password"), "of-the-database\n");
        // the server is another user than the one who runs the test
        Files.setPosixFilePermissions(folder, PosixFilePermissions.fromString("rwxr-xr-x"));
        return secrets;
    }

    private Process fleet() throws IOException {
        var token = Files.writeString(folder.resolve("token"), Operator.TOKEN);
        return new ProcessBuilder(List.of(
                        Path.of(System.getProperty("java.home"), "bin", "java").toString(),
                        "-Xmx128m",
                        "-cp",
                        System.getProperty("java.class.path"),
                        "dev.breakwater.fleetsim.Main",
                        "--url",
                        balancer.url(),
                        "--token-file",
                        token.toString(),
                        "--hosts",
                        String.valueOf(HOSTS),
                        "--prefix",
                        FLEET,
                        "--seconds",
                        "300"))
                .redirectErrorStream(true)
                .redirectOutput(folder.resolve("fleet.log").toFile())
                .start();
    }

    private void awaitWave(String rollout, int wave, String state) {
        await("wave %d is %s".formatted(wave, state))
                .atMost(PATIENCE)
                .ignoreExceptions()
                .until(() -> operator.get("/api/v1/rollouts/" + rollout)
                        .at("/waves/%d/state".formatted(wave))
                        .asText()
                        .equals(state));
    }

    private void awaitCompleted(String rollout) {
        await("it completes")
                .atMost(PATIENCE)
                .ignoreExceptionsInstanceOf(AssertionError.class)
                .until(() -> operator.get("/api/v1/rollouts/" + rollout)
                        .path("phase")
                        .asText()
                        .equals("COMPLETED"));
    }

    private int settled(String rollout) {
        var settled = 0;
        for (var wave : operator.get("/api/v1/rollouts/" + rollout).path("waves")) {
            settled += wave.at("/counts/settled").asInt();
        }
        return settled;
    }

    private long withLastGood() {
        var known = 0;
        for (var host :
                operator.get("/api/v1/hosts?limit=100&selector=fleet=" + FLEET).path("items")) {
            known += host.path("lastGood").isObject() ? 1 : 0;
        }
        return known;
    }
}
