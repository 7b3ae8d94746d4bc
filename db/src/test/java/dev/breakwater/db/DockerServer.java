package dev.breakwater.db;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Map;
import java.util.Optional;
import java.util.concurrent.CompletableFuture;
import java.util.concurrent.TimeUnit;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;
import org.testcontainers.postgresql.PostgreSQLContainer;

/** PostgreSQL 18 in a container, where a Docker engine answers and has the image or can get it; every wait is bounded. */
final class DockerServer {
    private static final Logger log = LoggerFactory.getLogger(DockerServer.class);
    private static final String IMAGE = "postgres:18";
    private static final int ENGINE_SECONDS = 10;
    private static final int PULL_SECONDS = 90;
    private static final int START_SECONDS = 120;

    private DockerServer() {}

    static Optional<TestServer> start() {
        var obstacle = obstacle();
        if (obstacle.isPresent()) {
            log.info("Docker is left out: {}", obstacle.get());
            return Optional.empty();
        }
        try {
            return Optional.of(CompletableFuture.supplyAsync(DockerServer::run).get(START_SECONDS, TimeUnit.SECONDS));
        } catch (InterruptedException e) {
            Thread.currentThread().interrupt();
            throw new IllegalStateException(e);
        } catch (Exception e) {
            log.warn("Docker is left out: no container of {} within {} s", IMAGE, START_SECONDS, e);
            return Optional.empty();
        }
    }

    private static Optional<String> obstacle() {
        if (!succeeds(ENGINE_SECONDS, "docker", "info")) {
            return Optional.of("no engine answers");
        }
        if (Files.exists(Path.of("/.dockerenv")) && !System.getenv().containsKey("TESTCONTAINERS_HOST_OVERRIDE")) {
            return Optional.of(
                    "inside a container the host of other containers must be named; with the engine in the same"
                            + " container that is TESTCONTAINERS_HOST_OVERRIDE=localhost");
        }
        if (!succeeds(ENGINE_SECONDS, "docker", "image", "inspect", IMAGE)
                && !succeeds(PULL_SECONDS, "docker", "pull", "--quiet", IMAGE)) {
            return Optional.of("there is no image " + IMAGE + " and none can be pulled");
        }
        return Optional.empty();
    }

    private static TestServer run() {
        var container = new PostgreSQLContainer(IMAGE)
                .withTmpFs(Map.of("/var/lib/postgresql", "rw"))
                .withEnv("POSTGRES_INITDB_ARGS", "--no-sync")
                .withCommand("postgres", "-c", "fsync=off", "-c", "jit=off");
        container.start();
        Runtime.getRuntime().addShutdownHook(new Thread(container::stop));
        var login = new TestServer.Login(container.getUsername(), container.getPassword());
        return TestServer.at(IMAGE + " in Docker", container.getJdbcUrl(), login, login);
    }

    private static boolean succeeds(int seconds, String... command) {
        try {
            var process = new ProcessBuilder(command)
                    .redirectErrorStream(true)
                    .redirectOutput(ProcessBuilder.Redirect.DISCARD)
                    .start();
            if (!process.waitFor(seconds, TimeUnit.SECONDS)) {
                process.destroyForcibly();
                return false;
            }
            return process.exitValue() == 0;
        } catch (IOException noDocker) {
            return false;
        } catch (InterruptedException e) {
            Thread.currentThread().interrupt();
            return false;
        }
    }
}
