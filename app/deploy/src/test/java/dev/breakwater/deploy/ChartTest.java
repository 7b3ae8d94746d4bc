package dev.breakwater.deploy;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import io.fabric8.kubernetes.api.model.Container;
import io.fabric8.kubernetes.api.model.Pod;
import io.fabric8.kubernetes.api.model.PodSpec;
import io.fabric8.kubernetes.api.model.apps.Deployment;
import io.fabric8.kubernetes.api.model.autoscaling.v2.HorizontalPodAutoscaler;
import io.fabric8.openshift.api.model.monitoring.v1.ServiceMonitor;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.stream.Stream;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.condition.EnabledOnOs;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.MethodSource;

@EnabledOnOs(architectures = "amd64", disabledReason = "Helm's library is published for amd64")
class ChartTest {
    private static final List<String> LEAST =
            List.of("Deployment", "Pod", "PodDisruptionBudget", "Service", "ServiceAccount");
    private static final boolean WRITE = Boolean.getBoolean("breakwater.write");

    static Stream<Flags> flags() {
        return Flags.ALL.stream();
    }

    @Test
    void lint_finds_nothing_to_warn_of() {
        var lint = Chart.lint();
        assertThat(lint.isFailed()).isFalse();
        assertThat(lint.getMessages()).noneMatch(message -> message.matches("(?s).*\\[(WARNING|ERROR)].*"));
    }

    @ParameterizedTest
    @MethodSource("flags")
    void every_object_is_what_its_type_says_and_none_is_missing(Flags flags) {
        var expected = new ArrayList<>(LEAST);
        for (var kind : flags.adds()) {
            if (kind.startsWith("-")) {
                expected.remove(kind.substring(1));
            } else {
                expected.add(kind);
            }
        }
        assertThat(Manifests.of(flags.rendered()).kinds()).containsExactlyInAnyOrderElementsOf(expected);
    }

    @ParameterizedTest
    @MethodSource("flags")
    void what_is_rendered_is_what_was_reviewed(Flags flags) throws IOException {
        var golden = Path.of("src/test/golden", flags.name() + ".yaml");
        var rendered = flags.rendered().replaceAll("(?m)[ \t]+$", "").strip() + "\n";
        if (WRITE) {
            Files.writeString(golden, rendered);
        }
        assertThat(rendered).as("-Dbreakwater.write=true rewrites " + golden).isEqualTo(Files.readString(golden));
    }

    @ParameterizedTest
    @MethodSource("flags")
    void every_pod_meets_the_restricted_standard_with_a_read_only_root(Flags flags) {
        assertThat(Manifests.of(flags.rendered()).pods()).isNotEmpty().allSatisfy(ChartTest::restricted);
    }

    private static void restricted(PodSpec pod) {
        assertThat(pod.getAutomountServiceAccountToken()).isFalse();
        assertThat(pod.getSecurityContext().getRunAsNonRoot()).isTrue();
        assertThat(pod.getSecurityContext().getSeccompProfile().getType()).isEqualTo("RuntimeDefault");
        assertThat(pod.getContainers()).allSatisfy(ChartTest::restricted);
    }

    private static void restricted(Container container) {
        var context = container.getSecurityContext();
        assertThat(context.getAllowPrivilegeEscalation()).isFalse();
        assertThat(context.getReadOnlyRootFilesystem()).isTrue();
        assertThat(context.getCapabilities().getDrop()).containsExactly("ALL");
        assertThat(container.getResources().getLimits()).containsKey("memory");
    }

    @ParameterizedTest
    @MethodSource("flags")
    void secrets_come_as_files_and_in_no_environment(Flags flags) {
        var server = Manifests.of(flags.rendered()).server();
        assertThat(server.getContainers().getFirst().getEnv())
                .noneMatch(variable -> variable.getName().matches(".*(PASSWORD|TOKEN|USERNAME).*"));
        assertThat(server.getVolumes().stream()
                        .filter(volume -> volume.getProjected() != null)
                        .flatMap(volume -> volume.getProjected().getSources().stream())
                        .flatMap(source -> source.getSecret().getItems().stream())
                        .map(item -> item.getPath()))
                .containsExactlyInAnyOrder(
                        "breakwater.admin.password",
                        "breakwater.admin.token",
                        "breakwater.sealing-key",
                        "spring.datasource.username",
                        "spring.datasource.password");
    }

    @Test
    void a_digest_wins_over_a_tag() {
        var values = "image: {repository: r, tag: t, digest: \"sha256:%s\"}".formatted("a".repeat(64));
        assertThat(Manifests.of(Chart.with(values))
                        .server()
                        .getContainers()
                        .getFirst()
                        .getImage())
                .isEqualTo("r@sha256:" + "a".repeat(64));
    }

    @Test
    void an_autoscaler_alone_says_how_many_replicas_there_are() {
        var manifests = Manifests.of(Chart.with("autoscaling: {enabled: true}"));
        assertThat(manifests.only(Deployment.class).getSpec().getReplicas()).isNull();
        assertThat(manifests
                        .only(HorizontalPodAutoscaler.class)
                        .getSpec()
                        .getScaleTargetRef()
                        .getName())
                .isEqualTo(manifests.only(Deployment.class).getMetadata().getName());
    }

    @Test
    void a_cluster_is_reached_under_its_own_certificate_with_the_credentials_its_operator_made() {
        var server = Manifests.of(Chart.render("admin: {existingSecret: a}\ndatabase: {mode: cloudnativepg}"))
                .server();
        assertThat(server.toString())
                .contains("jdbc:postgresql://fleet-breakwater-db-rw:5432/breakwater?sslmode=verify-full")
                .contains("fleet-breakwater-db-app")
                .contains("fleet-breakwater-db-ca");
    }

    @Test
    void probes_ask_the_groups_that_the_server_has() {
        var server = Manifests.of(Chart.with("{}")).server().getContainers().getFirst();
        assertThat(server.getLivenessProbe().getHttpGet().getPath()).isEqualTo("/actuator/health/liveness");
        assertThat(server.getReadinessProbe().getHttpGet().getPath()).isEqualTo("/actuator/health/readiness");
    }

    @Test
    void metrics_are_scraped_with_a_token_from_a_secret() {
        var values = "metrics: {serviceMonitor: {enabled: true, existingSecret: viewer, tokenKey: bearer}}";
        var credentials = Manifests.of(Chart.with(values))
                .only(ServiceMonitor.class)
                .getSpec()
                .getEndpoints()
                .getFirst()
                .getAuthorization()
                .getCredentials();
        assertThat(credentials.getName() + "/" + credentials.getKey()).isEqualTo("viewer/bearer");
    }

    @Test
    void helm_test_asks_the_service_with_the_server_s_own_image() throws IOException {
        var pod = Manifests.of(Chart.with("{}"))
                .only(Pod.class)
                .getSpec()
                .getContainers()
                .getFirst();
        assertThat(pod.getCommand()).endsWith("dev.breakwater.HealthProbe", "http://fleet-breakwater:80");
        assertThat(Chart.FOLDER.resolve("templates/tests/ready.yaml")).content().contains("helm.sh/hook: test");
    }

    @Test
    void the_notes_say_where_to_go_and_what_is_missing() {
        assertThat(Chart.notes("ingress: {enabled: true, host: b.example.org, tlsSecret: t}"))
                .contains(
                        "Open https://b.example.org", "get secret breakwater-admin", "turn on metrics.serviceMonitor");
        assertThat(Chart.notes("replicas: 1")).contains("port-forward service/fleet-breakwater", "One replica");
    }

    @Test
    void a_kubernetes_without_sleeping_hooks_is_refused() {
        assertThatThrownBy(() -> Chart.on("1.29")).hasMessageContaining(">=1.30");
        assertThat(Chart.on("1.30")).contains("kind: Deployment");
    }
}
