package dev.breakwater.deploy;

import static org.awaitility.Awaitility.await;

import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Duration;
import java.util.ArrayList;
import java.util.List;

/** The Docker engine of this machine, and the server's image on a base that needs no registry. Everything made carries a label, by which it is removed. */
final class Docker {
    static final String POSTGRES = "postgres:18";
    static final String IMAGE = "breakwater-test-server";
    private static final String BASE = "breakwater-test-base";
    private static final String LABEL =
            "dev.breakwater.test=" + ProcessHandle.current().pid();
    private static final Duration BUILD_LIMIT = Duration.ofMinutes(5);
    private static final Path ROOT = Path.of("../..").toAbsolutePath().normalize();
    private static boolean built;

    private Docker() {}

    static void require() {
        Commands.require("docker");
        if (Commands.attempt(Commands.QUICK, List.of("docker", "info")).status() != 0) {
            Commands.refuse("no Docker engine answers");
        }
        if (!Files.exists(ROOT.resolve("app/server/target/breakwater.jar"))) {
            Commands.refuse("app/server/target/breakwater.jar is missing; run `mvn -pl app/server -am package`");
        }
    }

    /** Built from the Dockerfile, once for all tests; afterwards Docker's own cache makes it quick. */
    static synchronized void build() {
        require();
        if (!built) {
            Commands.run(BUILD_LIMIT, List.of("src/test/image/base", System.getProperty("java.home"), BASE));
            Commands.run(
                    BUILD_LIMIT,
                    List.of(
                            "docker",
                            "build",
                            "--build-arg=BASE_IMAGE=" + BASE,
                            "--tag=" + IMAGE,
                            "--file=" + ROOT.resolve("app/deploy/src/main/container/Dockerfile"),
                            ROOT.toString()));
            built = true;
        }
    }

    /** Starts a container; the name is the command's own to give. */
    static Container run(String... arguments) {
        var command = new ArrayList<>(List.of("docker", "run", "--detach", "--label", LABEL));
        command.addAll(List.of(arguments));
        return new Container(Commands.run(Commands.QUICK, command));
    }

    /** For what is created rather than run. */
    static String label() {
        return LABEL;
    }

    static String network(String name) {
        return Commands.run(
                "docker",
                "network",
                "create",
                "--label",
                LABEL,
                name + "-" + ProcessHandle.current().pid());
    }

    /** What this test run started, and nothing else. */
    static void clean() {
        var containers = Commands.run("docker", "ps", "--all", "--quiet", "--filter", "label=" + LABEL);
        containers.lines().forEach(container -> Commands.run("docker", "rm", "--force", "--volumes", container));
        var networks = Commands.run("docker", "network", "ls", "--quiet", "--filter", "label=" + LABEL);
        networks.lines().forEach(network -> Commands.run("docker", "network", "rm", network));
    }

    record Container(String id) {
        int port(int inside) {
            var address = Commands.run("docker", "port", id, inside + "/tcp")
                    .lines()
                    .findFirst()
                    .orElseThrow();
            return Integer.parseInt(address.substring(address.lastIndexOf(':') + 1));
        }

        String shows(String template) {
            return Commands.run("docker", "inspect", "--format", template, id);
        }

        String printed() {
            return Commands.run("docker", "logs", id);
        }

        void awaitHealthy(Duration limit) {
            await("container is healthy")
                    .atMost(limit)
                    .pollInterval(Duration.ofMillis(500))
                    .failFast("it ended", () -> !shows("{{.State.Status}}").equals("running"))
                    .until(() -> shows("{{.State.Health.Status}}").equals("healthy"));
        }

        void kill() {
            Commands.run("docker", "kill", id);
        }

        void start() {
            Commands.run("docker", "start", id);
        }

        void connect(String network) {
            Commands.run("docker", "network", "connect", network, id);
        }

        void disconnect(String network) {
            Commands.run("docker", "network", "disconnect", network, id);
        }
    }
}
