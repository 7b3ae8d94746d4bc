package dev.breakwater.deploy;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.Map;
import org.junit.jupiter.api.Test;
import org.yaml.snakeyaml.Yaml;

class ComposeTest {
    private static final Path FILE = Path.of("src/main/container/compose.yaml");

    @Test
    void the_server_is_confined_as_the_tests_run_it() throws IOException {
        assertThat(service("server"))
                .containsEntry("read_only", true)
                .containsEntry("tmpfs", List.of("/tmp"))
                .containsEntry("cap_drop", List.of("ALL"))
                .containsEntry("security_opt", List.of("no-new-privileges:true"))
                .containsKey("mem_limit");
    }

    @Test
    void it_listens_on_this_machine_alone_until_told_otherwise() throws IOException {
        assertThat(service("server").get("ports")).asString().contains("127.0.0.1:8080");
    }

    @Test
    void secrets_are_files_named_after_settings_of_the_server() throws IOException {
        assertThat(service("server").get("secrets").toString())
                .contains(
                        "/breakwater.admin.password",
                        "/breakwater.admin.token",
                        "/breakwater.sealing-key",
                        "/spring.datasource.password");
        for (var name : List.of("server", "database")) {
            assertThat(service(name).get("environment").toString()).doesNotContainPattern("(PASSWORD|TOKEN)=");
        }
    }

    @Test
    void the_database_survives_on_a_volume() throws IOException {
        assertThat(service("database").get("volumes")).isEqualTo(List.of("database:/var/lib/postgresql"));
    }

    private static Map<String, Object> service(String name) throws IOException {
        Map<String, Map<String, Map<String, Object>>> file = new Yaml().load(Files.readString(FILE));
        return file.get("services").get(name);
    }
}
