package dev.breakwater.agent;

import static org.assertj.core.api.Assertions.assertThat;

import dev.breakwater.BreakwaterIT;
import java.util.HashMap;
import java.util.Map;
import java.util.UUID;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;
import org.springframework.boot.test.web.server.LocalServerPort;

/** What a host may send, and what it gets back for each way of getting it wrong. */
@BreakwaterIT
class AgentApiIT {
    private final String name = "contract-" + UUID.randomUUID();

    @LocalServerPort
    private int port;

    private Wire wire;

    @BeforeEach
    void connect() {
        wire = new Wire(port);
    }

    @Test
    void enrolling_gives_an_id_a_credential_and_a_pace() {
        var welcome = enrol(WireHost.token(wire, 1)).expect(201);
        assertThat(UUID.fromString(welcome.text("hostId")).version()).isEqualTo(7);
        assertThat(welcome.text("credential")).startsWith("bwh_");
        assertThat(welcome.body().path("pollSeconds").asInt()).isBetween(54, 66);
    }

    @Test
    void nobody_enrols_with_a_token_that_was_never_given() {
        var refused = enrol("bwe_invented");
        assertThat(refused.status()).isIn(401, 403);
        assertThat(refused.text("code")).isNotEmpty();
    }

    @Test
    void a_token_is_good_for_as_many_hosts_as_it_says() {
        var token = WireHost.token(wire, 1);
        enrol(token).expect(201);
        var second = wire.post(
                "/agent/v1/enroll",
                null,
                WireHost.enrolment(token, name + "-2", Map.of(), WireHost.storePath(name, "a")));
        assertThat(second.status()).isIn(401, 403);
    }

    @Test
    void a_name_belongs_to_the_machine_that_enrolled_first() {
        var token = WireHost.token(wire, 2);
        enrol(token).expect(201);
        var body = new HashMap<>(WireHost.enrolment(token, name, Map.of(), WireHost.storePath(name, "a")));
        body.put("machineId", "another");
        wire.post("/agent/v1/enroll", null, body).expectProblem(409, "host_name_taken");
    }

    @Test
    void enrolling_again_makes_the_old_credential_worthless_at_once() {
        var token = WireHost.token(wire, 2);
        var before = enrol(token).expect(201).text("credential");
        wire.get("/agent/v1/desired", before).expect(200);
        var after = enrol(token).expect(201).text("credential");
        wire.get("/agent/v1/desired", before).expectProblem(401, "unauthenticated");
        wire.get("/agent/v1/desired", after).expect(200);
    }

    @Test
    void a_deleted_host_is_locked_out_at_once() {
        var host = host();
        host.desired().expect(200);
        wire.delete("/api/v1/hosts/" + host.id, BreakwaterIT.ADMIN_TOKEN);
        host.desired().expectProblem(401, "unauthenticated");
        host.report("IDLE", 0).expectProblem(401, "unauthenticated");
        host.claim(1).expectProblem(401, "unauthenticated");
    }

    @ParameterizedTest
    @ValueSource(strings = {"/agent/v1/desired", "/agent/v1/elsewhere"})
    void without_a_credential_nothing_is_said(String path) {
        wire.get(path, null).expectProblem(401, "unauthenticated");
        wire.get(path, "bwh_invented").expectProblem(401, "unauthenticated");
        wire.get(path, BreakwaterIT.ADMIN_TOKEN).expectProblem(401, "unauthenticated");
    }

    @Test
    void a_host_credential_opens_no_other_door() {
        var host = host();
        wire.get("/api/v1/hosts/" + host.id, host.credential).expectProblem(401, "unauthenticated");
        assertThat(wire.get("/actuator/prometheus", host.credential).status()).isEqualTo(401);
    }

    @Test
    void nothing_is_desired_of_a_host_that_nobody_rolls_out_to() {
        var desired = host().desired().expect(200);
        assertThat(desired.text("action")).isEqualTo("NONE");
        assertThat(desired.body().path("checks").isArray()).isTrue();
        assertThat(desired.body().propertyNames())
                .contains(
                        "epoch",
                        "action",
                        "generation",
                        "ref",
                        "rollbackRef",
                        "mode",
                        "deadlineSeconds",
                        "checks",
                        "pollSeconds");
    }

    @Test
    void a_poll_that_knows_the_state_is_answered_without_one() {
        var host = host();
        var etag = host.desired().expect(200).etag();
        assertThat(etag).startsWith("\"").endsWith("\"");
        assertThat(host.desired("If-None-Match", etag).expect(304).etag()).isEqualTo(etag);
        host.desired("If-None-Match", "\"other\"").expect(200);
    }

    @Test
    void a_report_is_answered_with_epoch_and_pace_and_seen_by_operators() {
        var host = host();
        var taken = host.report("IDLE", 0).expect(200);
        assertThat(taken.body().path("epoch").asLong(-1)).isZero();
        assertThat(taken.body().path("pollSeconds").asInt()).isPositive();
        assertThat(wire.asAdmin("/api/v1/hosts/" + host.id)
                        .body()
                        .path("current")
                        .path("ref")
                        .asString())
                .isEqualTo(host.ref);
    }

    @Test
    void a_host_speaks_for_itself_alone() {
        var host = host();
        var other = WireHost.enrol(wire, WireHost.token(wire, 1), name + "-other", Map.of());
        host.report("IDLE", 0).expect(200);
        assertThat(wire.asAdmin("/api/v1/hosts/" + other.id)
                        .body()
                        .path("lastGood")
                        .isNull())
                .isTrue();
        host.report(Map.of("hostId", other.id)).expect(422);
    }

    @Test
    void an_unknown_field_is_refused_by_its_place() {
        var refused = host().report(Map.of("current", Map.of("ref", "x", "rev", 1)));
        assertThat(refused.expect(422).firstPointer()).isEqualTo("/current/rev");
    }

    @Test
    void a_ref_of_another_platform_is_refused_by_its_place_and_rule() {
        var refused = host().report(Map.of("current", Map.of("ref", "a".repeat(64))));
        assertThat(refused.expect(422).firstPointer()).isEqualTo("/current/ref");
        assertThat(refused.text("detail")).contains("/nix/store/");
    }

    @ParameterizedTest
    @ValueSource(
            strings = {
                "{\"phase\":\"IDLE\"}",
                "{\"phase\":\"BORED\"}",
                "{}",
                "{\"phase\":\"IDLE\",\"current\":{\"ref\":\"\\u0000\"}}"
            })
    void an_incomplete_or_impossible_report_is_refused(String body) {
        var host = host();
        var refused = wire.post("/agent/v1/reports", host.credential, body).expect(422);
        assertThat(refused.firstPointer()).startsWith("/");
    }

    @Test
    void what_is_not_json_is_refused_as_such() {
        var host = host();
        wire.post("/agent/v1/reports", host.credential, "{").expect(400);
        wire.post("/agent/v1/reports", host.credential, "x", "Content-Type", "text/plain")
                .expect(415);
    }

    @Test
    void a_report_beyond_64_kib_is_refused() {
        var raw = Map.of("kind", "ostree-status", "body", "x".repeat(70_000));
        host().report(Map.of("raw", raw)).expect(413);
    }

    @Test
    void the_output_of_a_platform_tool_is_accepted() {
        host().report(Map.of("raw", Map.of("kind", "ostree-status", "body", "{}")))
                .expect(200);
    }

    @Test
    void claiming_what_was_never_offered_is_refused_for_good() {
        var refused = host().claim(1).expect(409);
        assertThat(refused.headers().get("content-type")).startsWith("application/problem+json");
        assertThat(refused.text("code")).isIn("withdrawn", "stale_epoch");
    }

    @Test
    void a_claim_names_its_epoch() {
        var host = host();
        assertThat(host.claim(0).expect(422).firstPointer()).isEqualTo("/epoch");
        wire.post("/agent/v1/claims", host.credential, "{}").expect(422);
    }

    @Test
    void a_poll_is_held_as_long_as_asked_and_then_says_that_nothing_changed() {
        var host = host();
        var etag = host.desired().etag();
        var began = System.nanoTime();
        host.desired("If-None-Match", etag, "Prefer", "wait=1").expect(304);
        assertThat(System.nanoTime() - began).isBetween(900_000_000L, 10_000_000_000L);
    }

    private WireHost host() {
        return WireHost.enrol(wire, WireHost.token(wire, 1), name, Map.of("run", name));
    }

    private Wire.Answer enrol(String token) {
        return wire.post(
                "/agent/v1/enroll", null, WireHost.enrolment(token, name, Map.of(), WireHost.storePath(name, "a")));
    }
}
