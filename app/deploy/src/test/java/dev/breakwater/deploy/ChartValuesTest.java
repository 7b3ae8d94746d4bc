package dev.breakwater.deploy;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.io.IOException;
import java.nio.file.Files;
import java.util.List;
import java.util.Map;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.condition.EnabledOnOs;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;
import org.yaml.snakeyaml.Yaml;

/** What the chart may be told; a typing error must not install something else than was meant. */
@EnabledOnOs(architectures = "amd64", disabledReason = "Helm's library is published for amd64")
class ChartValuesTest {
    @ParameterizedTest
    @CsvSource(
            delimiter = '|',
            value = {
                "replica: 3 | replica",
                "replicas: three | replicas",
                "replicas: -1 | replicas",
                "image: {digest: latest} | digest",
                "image: {pullPolicy: Sometimes} | pullPolicy",
                "database: {mode: mysql} | mode",
                "database: {external: {url: 'postgresql://db/x'}} | url",
                "database: {external: {url: 'jdbc:postgresql://db/x?user=a&password=b'}} | url",
                "database: {external: {password: secret}} | password",
                "database: {cloudnativepg: {instances: 0}} | instances",
                "database: {cloudnativepg: {storage: {size: big}}} | size",
                "admin: {password: secret} | password",
                "settings: {BREAKWATER_ADMIN_PASSWORD: secret} | BREAKWATER_ADMIN_PASSWORD",
                "settings: {breakwater.demo: true} | breakwater.demo",
                "service: {port: 70000} | port",
                "autoscaling: {targetCpuPercent: 0} | targetCpuPercent",
                "networkPolicy: {outboundPorts: [https]} | outboundPorts",
                "metrics: {serviceMonitor: {interval: soon}} | interval",
                "probes: {readiness: {period: 5}} | period",
                "runAsUser: 0 | runAsUser",
                "extraEnv: [{value: x}] | extraEnv"
            })
    void a_value_that_cannot_be_meant_is_refused_by_name(String values, String named) {
        assertThatThrownBy(() -> Chart.with(values)).hasMessageContaining(named);
    }

    @ParameterizedTest
    @ValueSource(
            strings = {
                "admin: {existingSecret: ''}",
                "database: {external: {url: ''}}",
                "database: {external: {existingSecret: ''}}"
            })
    void an_installation_without_its_secrets_or_database_is_refused(String values) {
        assertThatThrownBy(() -> Chart.with(values)).hasMessageContaining("is required");
    }

    @ParameterizedTest
    @ValueSource(
            strings = {
                "ingress: {enabled: true}",
                "gateway: {enabled: true}",
                "metrics: {serviceMonitor: {enabled: true}}"
            })
    void a_feature_without_what_it_needs_is_refused(String values) {
        assertThatThrownBy(() -> Chart.with(values)).hasMessageContaining("is required");
    }

    @Test
    void every_default_is_in_the_schema_and_every_setting_of_the_schema_has_a_default() throws IOException {
        Map<String, Object> defaults = new Yaml().load(Files.readString(Chart.FOLDER.resolve("values.yaml")));
        Map<String, Object> schema = new Yaml().load(Files.readString(Chart.FOLDER.resolve("values.schema.json")));
        assertThat(missing(schema, defaults, "")).isEmpty();
    }

    @SuppressWarnings("unchecked")
    private static List<String> missing(Map<String, Object> schema, Object values, String path) {
        var properties = (Map<String, Map<String, Object>>) schema.get("properties");
        if (properties == null || !(values instanceof Map<?, ?> given)) {
            return List.of();
        }
        return properties.entrySet().stream()
                .filter(property -> !path.startsWith(".probes") && !path.endsWith("resources"))
                .filter(property -> !property.getKey().equals("global"))
                .flatMap(property -> given.containsKey(property.getKey())
                        ? missing(property.getValue(), given.get(property.getKey()), path + "." + property.getKey())
                                .stream()
                        : List.of(path + "." + property.getKey()).stream())
                .toList();
    }
}
