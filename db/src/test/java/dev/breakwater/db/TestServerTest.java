package dev.breakwater.db;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.util.Map;
import org.junit.jupiter.api.Test;

class TestServerTest {
    @Test
    void without_an_address_no_server_is_named() {
        assertThat(TestServer.named(Map.of("BREAKWATER_TEST_DATABASE_URL", " ")))
                .isEmpty();
    }

    @Test
    void a_named_server_keeps_its_options_for_every_database() {
        var server = TestServer.named(Map.of("BREAKWATER_TEST_DATABASE_URL", "jdbc:postgresql://db:5432/any?ssl=true"));
        assertThat(server.orElseThrow().url("mine")).isEqualTo("jdbc:postgresql://db:5432/mine?ssl=true");
    }

    @Test
    void an_unknown_kind_is_an_error() {
        assertThatThrownBy(() -> TestServer.choose("sqlite")).hasMessageContaining("url, docker or embedded");
    }
}
