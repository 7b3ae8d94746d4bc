package dev.breakwater.deploy;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.ObjectMapper;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.Set;
import java.util.TreeSet;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

/** The module, evaluated by Nix; nixpkgs is not at hand where tests run, so a few lines stand in for its library. */
class NixosModuleTest {
    private static final String LEAST =
            "enable = true; jar = \"/srv/breakwater.jar\"; database.url = \"jdbc:postgresql://db/b\";";

    @TempDir
    Path folder;

    @BeforeAll
    static void nix_is_here() {
        Commands.require("nix-instantiate");
    }

    @Test
    void secrets_are_credentials_and_settings_are_variables() throws IOException {
        var service = service(
                "database.passwordFile = \"/run/secrets/db\"; adminTokenFile = \"/run/secrets/token\"; settings = { BREAKWATER_DEMO = true; X = 3; };");
        assertThat(service.at("/serviceConfig/LoadCredential").valueStream().map(JsonNode::asText))
                .containsExactlyInAnyOrder(
                        "breakwater.admin.token:/run/secrets/token", "spring.datasource.password:/run/secrets/db");
        assertThat(service.at("/environment/BREAKWATER_DEMO").asText()).isEqualTo("true");
        assertThat(service.at("/environment/X").asText()).isEqualTo("3");
        assertThat(service.at("/environment/SPRING_DATASOURCE_URL").asText()).isEqualTo("jdbc:postgresql://db/b");
    }

    @Test
    void it_is_trained_when_the_system_is_built_and_started_with_what_it_learned() throws IOException {
        var answer = evaluated(LEAST);
        assertThat(answer.at("/config/systemd/services/breakwater/serviceConfig/ExecStart")
                        .asText())
                .endsWith("-breakwater/run");
        assertThat(answer.path("build").asText()).contains("breakwater.aot", "trained-at");
    }

    @Test
    void the_port_is_open_only_when_asked_for() throws IOException {
        assertThat(evaluated(LEAST).at("/config/networking/firewall/allowedTCPPorts"))
                .isEmpty();
        assertThat(evaluated(LEAST + "openFirewall = true; port = 9000;")
                        .at("/config/networking/firewall/allowedTCPPorts/0")
                        .asInt())
                .isEqualTo(9000);
    }

    @Test
    void nothing_is_configured_until_it_is_enabled_and_every_option_is_described() throws IOException {
        assertThat(evaluated("").path("config")).isEmpty();
        assertThat(evaluated(LEAST).path("undescribed")).isEmpty();
    }

    @Test
    void it_is_confined_as_the_systemd_unit_is() throws IOException {
        var here = new TreeSet<String>();
        service("")
                .path("serviceConfig")
                .properties()
                .forEach(setting -> here.addAll(lines(setting.getKey(), setting.getValue())));
        assertThat(confinement(here)).isEqualTo(confinement(new TreeSet<>(Files.readAllLines(SystemdTest.UNIT))));
    }

    @ParameterizedTest
    @CsvSource(
            delimiter = '|',
            value = {
                "port = 70000; | services.breakwater.port",
                "adress = \"x\"; | services.breakwater.adress",
                "adminTokenFile = \"/nix/store/00000000000000000000000000000000-token\"; | adminTokenFile",
                "database.passwordFile = \"secret\"; | passwordFile",
                "settings.BREAKWATER_ADMIN_TOKEN = \"x\"; | give secrets as files",
                "settings.X = [ 1 ]; | services.breakwater.settings"
            })
    void what_cannot_be_meant_is_refused_by_name(String settings, String named) {
        assertThatThrownBy(() -> evaluated(LEAST + settings)).hasMessageContaining(named);
    }

    @ParameterizedTest
    @CsvSource({"postgres://db/b, database.url", "jdbc:postgresql://db/b?user=a&password=b, database.passwordFile"})
    void a_database_is_named_by_an_address_without_secrets(String url, String named) {
        assertThatThrownBy(() -> evaluated("enable = true; jar = \"/j\"; database.url = \"%s\";".formatted(url)))
                .hasMessageContaining(named);
    }

    private JsonNode service(String settings) throws IOException {
        return evaluated(LEAST + settings).at("/config/systemd/services/breakwater");
    }

    private JsonNode evaluated(String settings) throws IOException {
        var file = Files.writeString(folder.resolve("settings.nix"), "{ " + settings + " }");
        var answer = Commands.run(
                "nix-instantiate",
                "--readonly-mode",
                "--eval",
                "--strict",
                "--json",
                "src/test/nix/evaluate.nix",
                "--arg",
                "settings",
                file.toString());
        return new ObjectMapper().readTree(answer.substring(answer.lastIndexOf("\n{") + 1));
    }

    /** As a unit file would say it. */
    private static List<String> lines(String key, JsonNode value) {
        var lines = new ArrayList<String>();
        if (value.isArray() && key.equals("RestrictAddressFamilies")) {
            lines.add(key + "="
                    + String.join(" ", value.valueStream().map(JsonNode::asText).toList()));
        } else if (value.isArray()) {
            value.forEach(one -> lines.add(key + "=" + one.asText()));
        } else {
            lines.add(key + "=" + (value.isBoolean() ? value.asBoolean() ? "yes" : "no" : value.asText()));
        }
        return lines;
    }

    private static Set<String> confinement(Set<String> lines) {
        lines.removeIf(
                line -> !line.matches(
                        "(Capability|Device|Dynamic|Kill|Limit|Lock|Memory|NoNew|OOM|Private|Protect|Remove|Restrict|SystemCall|Tasks|UMask).*=.*"));
        return lines;
    }
}
