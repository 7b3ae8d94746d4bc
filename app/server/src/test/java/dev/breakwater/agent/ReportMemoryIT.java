package dev.breakwater.agent;

import static org.assertj.core.api.Assertions.assertThat;
import static org.awaitility.Awaitility.await;

import dev.breakwater.BreakwaterIT;
import java.util.List;
import java.util.Map;
import java.util.Random;
import java.util.UUID;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;
import org.springframework.beans.factory.annotation.Autowired;
import org.springframework.boot.test.web.server.LocalServerPort;
import org.springframework.jdbc.core.simple.JdbcClient;

/** Reports that say nothing new, by the short way and by the long. */
@BreakwaterIT
class ReportMemoryIT {
    private static final String SHORT = "/agent/v1/reports";
    /** Another question, to those who look at it letter by letter. */
    private static final String LONG = "/agent/v1/reports?again=1";

    private final String name = "repeats-" + UUID.randomUUID();

    @LocalServerPort
    private int port;

    @Autowired
    private Memory memory;

    @Autowired
    private JdbcClient jdbc;

    private Wire wire;
    private WireHost host;

    @BeforeEach
    void enrol() {
        wire = new Wire(port);
        host = WireHost.enrol(wire, WireHost.token(wire, 1), name, Map.of("run", name));
    }

    @Test
    void both_ways_say_the_same_header_by_header() {
        awaitRepeated(host, "all is well");
        var shortWay = say(host, SHORT, "all is well");
        var longWay = say(host, LONG, "all is well");
        assertThat(shortWay.status()).isEqualTo(longWay.status()).isEqualTo(200);
        assertThat(shortWay.body()).isEqualTo(longWay.body());
        assertThat(without(shortWay.headers(), "date")).isEqualTo(without(longWay.headers(), "date"));
    }

    @Test
    void a_repeated_report_shows_that_the_host_is_there() {
        awaitRepeated(host, "all is well");
        var before = lastReport();
        await().until(() -> {
            awaitRepeated(host, "all is well");
            return !lastReport().equals(before);
        });
    }

    @Test
    void a_host_that_a_rollout_steers_goes_the_long_way() {
        var fleet = WireFleet.of(wire, name + "-fleet", 2);
        var steered = fleet.hosts.getFirst();
        awaitRepeated(steered, "all is well");
        fleet.start(fleet.rollout(fleet.generation("r2"), List.of(WireFleet.wave("all", "rest"))));
        var repeats = memory.repeats();
        say(steered, SHORT, "all is well").expect(200);
        say(steered, SHORT, "all is well").expect(200);
        assertThat(memory.repeats()).isEqualTo(repeats);
    }

    @Test
    void a_deleted_host_is_locked_out() {
        awaitRepeated(host, "all is well");
        wire.delete("/api/v1/hosts/" + host.id, BreakwaterIT.ADMIN_TOKEN);
        say(host, SHORT, "all is well").expectProblem(401, "unauthenticated");
    }

    /** Random words, often the same again, to two hosts: one may take the short way, the other never does. */
    @ParameterizedTest
    @ValueSource(longs = {1, 2, 3})
    void both_ways_leave_the_same_rows(long seed) {
        var other = WireHost.enrol(wire, WireHost.token(wire, 1), name + "-other", Map.of("run", name));
        var random = new Random(seed);
        var repeats = memory.repeats();
        for (var step = 0; step < 120; step++) {
            var word = random.nextInt(6) > 0 ? "same" : "word " + random.nextInt(3);
            host.checkStatus = random.nextInt(12) > 0 ? "PASS" : "FAIL";
            other.checkStatus = host.checkStatus;
            say(host, SHORT, word).expect(200);
            say(other, LONG, word).expect(200);
        }
        assertThat(rows(host)).isEqualTo(rows(other));
        assertThat(memory.repeats()).isGreaterThan(repeats);
    }

    private Wire.Answer say(WireHost who, String path, String message) {
        var running = Map.of("ref", who.ref);
        var check = Map.of("name", "systemd", "status", who.checkStatus);
        return wire.post(
                path,
                who.credential,
                Map.of(
                        "phase",
                        "IDLE",
                        "current",
                        running,
                        "bootComplete",
                        true,
                        "checks",
                        List.of(check),
                        "message",
                        message));
    }

    private void awaitRepeated(WireHost who, String message) {
        await().until(() -> {
            var before = memory.repeats();
            say(who, SHORT, message).expect(200);
            return memory.repeats() > before;
        });
    }

    private String lastReport() {
        return jdbc.sql("select last_report_at::text from host_status where host_id = :host")
                .param("host", UUID.fromString(host.id))
                .query(String.class)
                .single();
    }

    private List<String> rows(WireHost who) {
        return jdbc.sql("""
                        select s.phase || s.healthy || coalesce(s.message, '') || (s.current_ref = s.last_good_ref) || s.checks
                               || (select count(*) from host_history p where p.host_id = s.host_id)
                               || (select count(*) from host_drift d where d.host_id = s.host_id)
                               || (select count(*) from outbox o where o.host_id = s.host_id and o.type in ('host.unhealthy', 'host.recovered'))
                        from host_status s where s.host_id = :host""")
                .param("host", UUID.fromString(who.id))
                .query(String.class)
                .list();
    }

    private static Map<String, String> without(Map<String, String> headers, String name) {
        headers.remove(name);
        return headers;
    }
}
