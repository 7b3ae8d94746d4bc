package dev.breakwater.deploy;

import static org.assertj.core.api.Assertions.assertThat;

import java.time.Duration;
import java.util.List;
import java.util.regex.Pattern;
import java.util.stream.Stream;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.MethodOrderer;
import org.junit.jupiter.api.Order;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.TestInstance;
import org.junit.jupiter.api.TestMethodOrder;
import org.junit.jupiter.api.condition.EnabledOnOs;

/** The image as a user runs it, by itself: on a read-only root, with its embedded database on a volume. */
@TestInstance(TestInstance.Lifecycle.PER_CLASS)
@TestMethodOrder(MethodOrderer.OrderAnnotation.class)
class ImageIT {
    private static final Duration PATIENCE = Duration.ofMinutes(2);
    private static final Pattern METRIC =
            Pattern.compile("\\b((?:breakwater|hikaricp|http_server|jvm|process|dbscheduler)_\\w+)");

    private Docker.Container server;

    @BeforeAll
    void it_runs() {
        Docker.build();
        // a cache that does not fit ends the JVM with AOTMode=on; by itself it would only start slowly
        server = Docker.run(
                "--read-only",
                "--tmpfs=/tmp",
                "--cap-drop=ALL",
                "--security-opt=no-new-privileges",
                "--memory=1g",
                "--publish=127.0.0.1::8080",
                "--env=BREAKWATER_ADMIN_TOKEN=" + Operator.TOKEN,
                "--env=JAVA_TOOL_OPTIONS=-XX:AOTMode=on",
                Docker.IMAGE);
        server.awaitHealthy(PATIENCE);
    }

    @AfterAll
    void end() {
        Docker.clean();
    }

    @Test
    void it_becomes_healthy_without_root_and_without_writing_to_its_image() {
        assertThat(server.shows("{{.Config.User}} {{.HostConfig.ReadonlyRootfs}}"))
                .isEqualTo("10001:10001 true");
        assertThat(Commands.run("docker", "exec", server.id(), "id", "-u")).isEqualTo("10001");
        assertThat(Commands.run("docker", "diff", server.id()).lines().filter(line -> !line.matches(". /(data|tmp).*")))
                .isEmpty();
    }

    @Test
    void its_operator_can_use_it() {
        assertThat(operator().get("/api/v1/hosts").path("items")).isEmpty();
        assertThat(operator().status("/actuator/health/readiness")).isEqualTo(200);
    }

    @Test
    void no_layer_and_no_setting_keeps_a_secret_of_its_training() {
        var made = Commands.run("docker", "history", "--no-trunc", Docker.IMAGE)
                + Commands.run("docker", "inspect", "--format", "{{.Config.Env}}", Docker.IMAGE);
        assertThat(made)
                .doesNotContainIgnoringCase("admin_password")
                .doesNotContainIgnoringCase("admin_token")
                .doesNotContain("bwt_", "bwp_");
        var files =
                Commands.run("docker", "run", "--rm", "--entrypoint=ls", Docker.IMAGE, "-A", "/app", "/data", "/tmp");
        assertThat(files.lines().filter(line -> !line.isBlank()))
                .containsExactlyInAnyOrder("/app:", "breakwater.aot", "breakwater.jar", "lib", "/data:", "/tmp:");
    }

    @Test
    @EnabledOnOs(architectures = "amd64", disabledReason = "Helm's library is published for amd64")
    void every_metric_that_an_alert_or_the_dashboard_names_is_measured() {
        var measured = operator().text("/actuator/prometheus");
        var named = Stream.concat(
                        AlertsTest.rules().stream().map(rule -> rule.getExpr().getStrVal()),
                        Stream.of(AlertsTest.dashboard()))
                .flatMap(text -> METRIC.matcher(text).results().map(found -> found.group(1)))
                .distinct();
        assertThat(named.toList())
                .hasSizeGreaterThan(8)
                .allSatisfy(metric -> assertThat(measured).contains("\n" + metric));
    }

    @Test
    @Order(Integer.MAX_VALUE)
    void it_stops_cleanly_when_it_is_told_to() {
        Commands.run(PATIENCE, List.of("docker", "stop", "--time=60", server.id()));
        assertThat(server.shows("{{.State.ExitCode}}"))
                .as("143: by SIGTERM, not 137: by force")
                .isEqualTo("143");
    }

    private Operator operator() {
        return Operator.at("http://127.0.0.1:" + server.port(8080));
    }
}
