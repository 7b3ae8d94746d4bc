package dev.breakwater.agent;

import static dev.breakwater.agent.WireFleet.wave;
import static org.assertj.core.api.Assertions.assertThat;
import static org.awaitility.Awaitility.await;

import dev.breakwater.BreakwaterIT;
import java.time.Duration;
import java.util.List;
import java.util.Map;
import java.util.UUID;
import java.util.concurrent.CompletableFuture;
import java.util.concurrent.TimeUnit;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.springframework.beans.factory.annotation.Autowired;
import org.springframework.boot.test.web.server.LocalServerPort;

/** What rollouts look like to hosts, over HTTP from the first enrolment to the last report. */
@BreakwaterIT
class AgentRolloutIT {
    private final String name = "roll-" + UUID.randomUUID().toString().substring(24);

    @LocalServerPort
    private int port;

    @Autowired
    private ParkedPolls polls;

    private Wire wire;

    @BeforeEach
    void connect() {
        wire = new Wire(port);
    }

    @Test
    void a_client_written_after_the_contract_sees_its_rollout_complete() {
        var fleet = WireFleet.of(wire, name, 12);
        fleet.hosts.forEach(host -> host.report("IDLE", 0).expect(200));
        var rollout = fleet.rollout(
                fleet.generation("r2"), List.of(wave("canary", "2"), wave("half", "50%"), wave("rest", "rest")));
        fleet.start(rollout);
        await().atMost(Duration.ofMinutes(2))
                .pollInterval(Duration.ofMillis(500))
                .untilAsserted(() -> {
                    fleet.hosts.forEach(WireHost::poll);
                    assertThat(fleet.phase(rollout)).isEqualTo("COMPLETED");
                });
        assertThat(fleet.hosts).allMatch(host -> host.ref.equals(WireHost.storePath(host.name, "r2")));
    }

    @Test
    void a_host_that_has_acted_under_an_epoch_never_given_is_left_alone_until_a_person_decides() {
        var host = WireFleet.of(wire, name, 1).hosts.getFirst();
        host.reportHavingActedUnder(1_000_000_000_000L).expect(200);
        var path = "/api/v1/hosts/" + host.id;
        assertThat(wire.asAdmin(path).text("state")).isEqualTo("CONFLICT");
        var keep = Map.of("decision", "KEEP", "reason", "it was cloned from another fleet");
        wire.asAdmin(path + "/resolve-conflict", keep).expect(200);
        host.reportHavingActedUnder(1_000_000_000_000L).expect(200);
        assertThat(wire.asAdmin(path).text("state")).isNotEqualTo("CONFLICT");
    }

    @Test
    void a_failing_canary_is_taken_back_to_its_own_last_good_ref() {
        var fleet = WireFleet.of(wire, name, 4);
        var before = fleet.hosts.stream().map(host -> host.ref).toList();
        var rollout = fleet.rollout(fleet.generation("r2"), List.of(wave("canary", "2"), wave("rest", "rest")));
        fleet.start(rollout);
        await().atMost(Duration.ofMinutes(1))
                .pollInterval(Duration.ofMillis(300))
                .untilAsserted(() -> {
                    fleet.hosts.forEach(host -> {
                        host.checkStatus = host.ref.contains("-r2") ? "FAIL" : "PASS";
                        host.poll();
                    });
                    assertThat(fleet.phase(rollout)).isEqualTo("ROLLED_BACK");
                });
        assertThat(fleet.hosts.stream().map(host -> host.ref)).isEqualTo(before);
    }

    @Test
    void a_waiting_poll_hears_of_its_offer_within_the_second() throws Exception {
        var fleet = WireFleet.of(wire, name, 2);
        var host = fleet.hosts.getFirst();
        var etag = host.desired().etag();
        var rollout = fleet.rollout(fleet.generation("r2"), List.of(wave("all", "rest")));
        var waiting = CompletableFuture.supplyAsync(() -> host.desired("If-None-Match", etag, "Prefer", "wait=30"));
        await().until(() -> parked(host));
        fleet.start(rollout);
        var heard = waiting.get(1, TimeUnit.SECONDS).expect(200);
        assertThat(heard.text("action")).isEqualTo("ACTIVATE");
        assertThat(heard.text("ref")).isEqualTo(WireHost.storePath(host.name, "r2"));
        assertThat(heard.body().path("pollSeconds").asInt()).isBetween(4, 6);
    }

    @Test
    void a_claim_beyond_the_limit_is_put_off_with_a_time_to_ask_again() {
        var fleet = WireFleet.of(wire, name, 2);
        fleet.start(fleet.rollout(fleet.generation("r2"), List.of(wave("all", "rest"))));
        var first = fleet.hosts.getFirst();
        var second = fleet.hosts.getLast();
        first.claim(offered(first)).expect(200);
        var refused = second.claim(offered(second)).expectProblem(429, "max_unavailable");
        assertThat(Integer.parseInt(refused.headers().get("retry-after"))).isPositive();
    }

    @Test
    void a_claim_repeated_after_a_lost_answer_is_granted_again() {
        var fleet = WireFleet.of(wire, name, 2);
        fleet.start(fleet.rollout(fleet.generation("r2"), List.of(wave("all", "rest"))));
        var host = fleet.hosts.getFirst();
        var epoch = offered(host);
        host.claim(epoch).expect(200);
        host.claim(epoch).expect(200);
    }

    @Test
    void a_claim_under_yesterdays_epoch_is_refused() {
        var fleet = WireFleet.of(wire, name, 2);
        fleet.start(fleet.rollout(fleet.generation("r2"), List.of(wave("all", "rest"))));
        var host = fleet.hosts.getFirst();
        host.claim(offered(host) - 1).expectProblem(409, "stale_epoch");
    }

    private long offered(WireHost host) {
        await().until(() -> host.desired().text("action").equals("ACTIVATE"));
        return host.desired().body().path("epoch").asLong();
    }

    private boolean parked(WireHost host) {
        return polls.waiting().stream().anyMatch(poll -> poll.host().toString().equals(host.id));
    }
}
