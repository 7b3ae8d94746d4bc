package dev.breakwater;

import static org.assertj.core.api.Assertions.assertThat;

import java.net.URI;
import java.net.http.HttpClient;
import java.net.http.HttpRequest;
import java.net.http.HttpResponse.BodyHandlers;
import org.junit.jupiter.api.Test;
import org.springframework.beans.factory.annotation.Autowired;
import org.springframework.boot.test.web.server.LocalServerPort;
import org.springframework.boot.web.server.servlet.context.ServletWebServerApplicationContext;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.security.core.userdetails.UserDetailsService;

@BreakwaterIT
class ServerIT {
    @LocalServerPort
    private int port;

    @Autowired
    private ServletWebServerApplicationContext context;

    @Autowired
    private JdbcClient jdbc;

    @Test
    void it_is_healthy_once_it_has_started() throws Exception {
        var health = URI.create("http://localhost:%d/actuator/health".formatted(port));
        try (var client = HttpClient.newHttpClient()) {
            var answer = client.send(HttpRequest.newBuilder(health).build(), BodyHandlers.ofString());
            assertThat(answer.body()).contains("\"UP\"");
        }
    }

    @Test
    void a_transaction_in_which_nothing_is_heard_of_it_loses_its_locks_in_seconds() {
        var kept = jdbc.sql("show idle_in_transaction_session_timeout").query(String.class);
        assertThat(kept.single()).isEqualTo("15s");
    }

    @Test
    void it_serves_with_jetty_because_parked_requests_are_cheap_there() {
        assertThat(context.getWebServer().getClass().getSimpleName()).startsWith("Jetty");
    }

    @Test
    void it_knows_no_user_but_its_own_operators() {
        assertThat(context.getBeanNamesForType(UserDetailsService.class)).isEmpty();
    }

    @Test
    void it_runs_on_a_database_of_its_own_with_the_schema_in_place() {
        assertThat(jdbc.sql("SELECT current_database()").query(String.class).single())
                .startsWith("breakwater_test_");
        assertThat(jdbc.sql("SELECT count(*) FROM hosts").query(Long.class).single())
                .isNotNegative();
    }
}
