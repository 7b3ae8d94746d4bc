package dev.breakwater.agent;

import static org.assertj.core.api.Assertions.assertThat;
import static org.awaitility.Awaitility.await;

import dev.breakwater.BreakwaterIT;
import java.util.List;
import java.util.Map;
import java.util.UUID;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.springframework.beans.factory.annotation.Autowired;
import org.springframework.boot.test.web.server.LocalServerPort;

/** Polls that bring no news, by the short way and by the long. */
@BreakwaterIT
class PollMemoryIT {
    private final String name = "memory-" + UUID.randomUUID();

    @LocalServerPort
    private int port;

    @Autowired
    private Memory memory;

    private Wire wire;
    private WireHost host;
    private String tag;

    @BeforeEach
    void enrol() {
        wire = new Wire(port);
        host = WireHost.enrol(wire, WireHost.token(wire, 1), name, Map.of("run", name));
        await().until(this::isRemembered);
    }

    @Test
    void both_ways_say_the_same_header_by_header() {
        var shortWay = host.desired("If-None-Match", tag).expect(304);
        var longWay = longWay();
        assertThat(without(shortWay.headers(), "date")).isEqualTo(without(longWay.headers(), "date"));
        assertThat(longWay.status()).isEqualTo(304);
    }

    @Test
    void both_ways_are_counted_alike() {
        var before = counted();
        var answers = memory.answers();
        host.desired("If-None-Match", tag).expect(304);
        longWay();
        await().untilAsserted(() -> assertThat(counted()).isGreaterThanOrEqualTo(before + 2));
        assertThat(memory.answers()).isGreaterThan(answers);
        assertThat(series()).hasSize(1);
    }

    @Test
    void a_poll_answered_from_memory_shows_that_the_host_is_there() {
        var seen = lastSeen();
        await().pollInterval(java.time.Duration.ofMillis(200)).until(() -> {
            host.desired("If-None-Match", tag).expect(304);
            return !lastSeen().equals(seen);
        });
    }

    @Test
    void a_hold_is_no_news_and_a_deleted_host_is_locked_out() {
        wire.delete("/api/v1/hosts/" + host.id, BreakwaterIT.ADMIN_TOKEN);
        host.desired("If-None-Match", tag).expectProblem(401, "unauthenticated");
    }

    @Test
    void a_credential_given_anew_opens_and_the_former_does_not() {
        var token = WireHost.token(wire, 1);
        var again = WireHost.enrol(wire, token, name, Map.of("run", name));
        host.desired("If-None-Match", tag).expectProblem(401, "unauthenticated");
        again.desired("If-None-Match", tag).expect(304);
    }

    @Test
    void what_is_not_quite_this_question_goes_the_long_way() {
        var answers = memory.answers();
        host.desired("If-None-Match", "W/" + tag).expect(304);
        host.desired("If-None-Match", "*").expect(304);
        wire.get("/agent/v1/desired?again=1", host.credential, "If-None-Match", tag)
                .expect(304);
        wire.get("/agent/v1/desired/", host.credential, "If-None-Match", tag).expect(404);
        wire.get("/agent/v1/%64esired", host.credential, "If-None-Match", tag).expect(304);
        assertThat(memory.answers()).isEqualTo(answers);
    }

    private Wire.Answer longWay() {
        return wire.get("/agent/v1/desired?", host.credential, "If-None-Match", "W/" + tag);
    }

    private boolean isRemembered() {
        tag = host.desired().etag();
        var answers = memory.answers();
        host.desired("If-None-Match", tag);
        return memory.answers() > answers;
    }

    private String lastSeen() {
        return wire.asAdmin("/api/v1/hosts/" + host.id).text("lastSeenAt");
    }

    private double counted() {
        return series().stream()
                .mapToDouble(line -> Double.parseDouble(line.substring(line.lastIndexOf(' '))))
                .sum();
    }

    private List<String> series() {
        return dev.breakwater.Api.admin(port)
                .get("/actuator/prometheus")
                .body()
                .lines()
                .filter(line -> line.startsWith("http_server_requests_seconds_count")
                        && line.contains("status=\"304\"")
                        && line.contains("uri=\"/agent/v1/desired\""))
                .toList();
    }

    private static Map<String, String> without(Map<String, String> headers, String name) {
        headers.remove(name);
        return headers;
    }
}
