package dev.breakwater.notify;

import static org.assertj.core.api.Assertions.assertThat;
import static org.awaitility.Awaitility.await;

import dev.breakwater.Api;
import dev.breakwater.BreakwaterIT;
import java.net.http.HttpClient;
import java.net.http.HttpResponse;
import java.net.http.HttpResponse.BodyHandlers;
import java.util.concurrent.CopyOnWriteArrayList;
import java.util.function.Predicate;
import java.util.stream.Stream;
import org.junit.jupiter.api.Test;
import org.springframework.beans.factory.annotation.Autowired;
import org.springframework.boot.test.web.server.LocalServerPort;
import org.springframework.jdbc.core.simple.JdbcClient;

@BreakwaterIT
class EventStreamIT {
    private static final String EVENTS = "/api/v1/events";

    @LocalServerPort
    private int port;

    @Autowired
    private JdbcClient jdbc;

    @Test
    void an_event_reaches_an_open_stream() {
        try (var client = new Client(Api.admin(port))) {
            issue("streamed");
            client.awaitLine(line -> line.startsWith("data:") && line.contains("API token streamed was issued"));
            assertThat(client.lines).contains("event:token.issued").anyMatch(line -> line.startsWith("retry:"));
        }
    }

    @Test
    void a_client_that_comes_back_gets_what_it_missed() {
        String last;
        try (var client = new Client(Api.admin(port))) {
            issue("seen");
            client.awaitLine(line -> line.contains("API token seen"));
            last = client.lines.stream()
                    .filter(line -> line.startsWith("id:"))
                    .reduce((_, second) -> second)
                    .orElseThrow()
                    .substring(3);
        }
        issue("missed-one");
        issue("missed-two");
        try (var client = new Client(Api.admin(port).with("Last-Event-ID", last))) {
            client.awaitLine(line -> line.contains("missed-two"));
            assertThat(client.lines)
                    .anyMatch(line -> line.contains("missed-one"))
                    .noneMatch(line -> line.contains("API token seen"));
        }
    }

    @Test
    void a_client_that_missed_more_than_is_kept_is_told_to_read_again() {
        try (var client = new Client(Api.admin(port).with("Last-Event-ID", "1-1"))) {
            client.awaitLine(line -> line.equals("event:stream.reset"));
        }
    }

    @Test
    void an_event_id_of_no_stream_is_refused() {
        var answer = Api.admin(port).with("Last-Event-ID", "latest").get(EVENTS);
        assertThat(answer.status()).isEqualTo(400);
        assertThat(answer.code()).isEqualTo("invalid_event_id");
    }

    @Test
    void strangers_hear_nothing() {
        assertThat(Api.anonymous(port).get(EVENTS).status()).isEqualTo(401);
    }

    @Test
    void signing_out_ends_the_streams_of_that_session() {
        var body = "{\"name\":\"admin\",\"password\":\"%s\"}".formatted(BreakwaterIT.ADMIN_PASSWORD);
        var cookie = Api.anonymous(port).post("/api/v1/session", body).header("Set-Cookie");
        var api = Api.anonymous(port).with("Cookie", cookie.substring(0, cookie.indexOf(';')));
        var token = api.get("/api/v1/session").json().path("csrfToken").asString();
        try (var client = new Client(api)) {
            client.awaitLine(line -> line.startsWith("retry:"));
            api.with("X-CSRF-TOKEN", token).delete("/api/v1/session");
            await().untilAsserted(() -> assertThat(client.ended).isTrue());
        }
    }

    @Test
    void an_event_waits_until_no_older_transaction_can_bring_an_earlier_one() {
        var outbox = new Outbox(jdbc, null, new Bell());
        var head = outbox.head();
        issue("visible");
        await().untilAsserted(() -> assertThat(outbox.after(head, 100))
                .anyMatch(row -> row.message().message().contains("API token visible")));
    }

    private void issue(String name) {
        var body = "{\"name\":\"%s\",\"role\":\"VIEWER\"}".formatted(name);
        assertThat(Api.admin(port).post("/api/v1/api-tokens", body).status()).isEqualTo(201);
    }

    /** Reads a stream line by line in a thread of its own. */
    private static final class Client implements AutoCloseable {
        private final HttpClient http = HttpClient.newHttpClient();
        private final CopyOnWriteArrayList<String> lines = new CopyOnWriteArrayList<>();
        private volatile boolean ended;

        Client(Api api) {
            var request = api.request(EVENTS).build();
            var answer = http.sendAsync(request, BodyHandlers.ofLines()).join();
            assertThat(answer.statusCode()).isEqualTo(200);
            Thread.ofVirtual().start(() -> read(answer));
        }

        private void read(HttpResponse<Stream<String>> answer) {
            try (var body = answer.body()) {
                body.forEach(lines::add);
            } finally {
                ended = true;
            }
        }

        void awaitLine(Predicate<String> wanted) {
            await().untilAsserted(() -> assertThat(lines).anyMatch(wanted));
        }

        @Override
        public void close() {
            http.shutdownNow();
        }
    }
}
