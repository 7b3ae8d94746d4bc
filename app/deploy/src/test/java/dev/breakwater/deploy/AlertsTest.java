package dev.breakwater.deploy;

import static org.assertj.core.api.Assertions.assertThat;

import com.fasterxml.jackson.databind.ObjectMapper;
import io.fabric8.kubernetes.api.model.ConfigMap;
import io.fabric8.openshift.api.model.monitoring.v1.PrometheusRule;
import io.fabric8.openshift.api.model.monitoring.v1.Rule;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.Locale;
import java.util.regex.Pattern;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.condition.EnabledOnOs;

@EnabledOnOs(architectures = "amd64", disabledReason = "Helm's library is published for amd64")
class AlertsTest {
    private static final Path RUNBOOK = Path.of("../../docs/operations.md");
    private static final Manifests MANIFESTS = Manifests.of(Chart.with("""
            metrics: {prometheusRule: {enabled: true}, dashboard: {enabled: true}}"""));

    static List<Rule> rules() {
        return MANIFESTS
                .only(PrometheusRule.class)
                .getSpec()
                .getGroups()
                .getFirst()
                .getRules();
    }

    static String dashboard() {
        return MANIFESTS.only(ConfigMap.class).getData().get("breakwater.json");
    }

    @Test
    void every_alert_leads_to_a_heading_of_the_runbook() throws IOException {
        var anchors = Pattern.compile("^#+ (.*)$", Pattern.MULTILINE)
                .matcher(Files.readString(RUNBOOK))
                .results()
                .map(heading -> "docs/operations.md#"
                        + heading.group(1).toLowerCase(Locale.ROOT).replace(' ', '-'))
                .toList();
        assertThat(rules())
                .hasSizeGreaterThan(5)
                .allSatisfy(rule ->
                        assertThat(rule.getAnnotations().get("runbook_url")).isIn(anchors));
    }

    @Test
    void every_runbook_has_an_alert_and_says_what_to_look_at_and_to_do() throws IOException {
        var runbooks = Pattern.compile("^### (Breakwater\\w+)\n(.*?)(?=\n#|\\z)", Pattern.MULTILINE | Pattern.DOTALL)
                .matcher(Files.readString(RUNBOOK))
                .results()
                .toList();
        assertThat(runbooks.stream().map(runbook -> runbook.group(1)))
                .containsExactlyInAnyOrderElementsOf(
                        rules().stream().map(Rule::getAlert).toList());
        assertThat(runbooks)
                .allSatisfy(runbook -> assertThat(runbook.group(2))
                        .contains("**Meaning**", "**Impact**", "**Look at**", "**Do**", "**Worry**"));
    }

    @Test
    void every_alert_is_for_one_release_and_says_how_severe_it_is() {
        assertThat(rules()).allSatisfy(rule -> {
            assertThat(rule.getExpr().getStrVal()).contains("job=\"fleet-breakwater\",namespace=\"ops\"");
            assertThat(rule.getLabels().get("severity")).isIn("critical", "warning");
            assertThat(rule.getAnnotations().get("summary")).isNotBlank();
        });
    }

    @Test
    void the_dashboard_is_one() throws IOException {
        var dashboard = new ObjectMapper().readTree(dashboard());
        assertThat(dashboard.path("panels").size()).isGreaterThan(5);
        assertThat(dashboard.path("panels"))
                .allSatisfy(panel -> assertThat(panel.path("targets")).isNotEmpty());
    }
}
