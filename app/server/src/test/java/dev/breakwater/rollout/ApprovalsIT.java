package dev.breakwater.rollout;

import static dev.breakwater.rollout.Scene.require;
import static dev.breakwater.rollout.Scene.wave;
import static org.assertj.core.api.Assertions.assertThat;

import dev.breakwater.Api;
import dev.breakwater.BreakwaterIT;
import dev.breakwater.host.Fleet;
import dev.breakwater.rollout.Scene.Stage;
import java.util.UUID;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.springframework.beans.factory.annotation.Autowired;
import org.springframework.boot.test.web.server.LocalServerPort;
import tools.jackson.databind.JsonNode;

@BreakwaterIT
class ApprovalsIT {
    private static final String WAVES = wave("canary", "1", ",\"approval\":true") + "," + wave("rest", "rest");

    @LocalServerPort
    private int port;

    @Autowired
    private Stage stage;

    private final String bobToken = Fleet.unique("bob");
    private final String eveToken = Fleet.unique("eve");
    private final String bobName = "token:" + bobToken;
    private final String eveName = "token:" + eveToken;
    private Scene scene;
    private Api bob;
    private Api eve;

    @BeforeEach
    void aFleetAndTwoApprovers() {
        scene = new Scene(stage, port).with(2);
        bob = scene.as(bobToken, "APPROVER");
        eve = scene.as(eveToken, "APPROVER");
    }

    @Test
    void whoever_drafted_it_cannot_approve_it_and_anybody_else_who_may_can() {
        var id = waiting("");
        var refused = scene.say(id, "approve");
        assertThat(refused.status()).isEqualTo(409);
        assertThat(refused.body()).contains("whoever drafted it or edited it last cannot approve it");
        require(scene.say(bob, id, "approve"), 200);
        scene.playUntil(id, "COMPLETED");
    }

    @Test
    void two_of_two_must_approve_each_once() {
        var id = waiting("\"approvals\":{\"required\":2},");
        require(scene.say(bob, id, "approve"), 200);
        var again = scene.say(bob, id, "approve");
        assertThat(again.header("Breakwater-Unchanged")).isEqualTo(bobName + " has approved it already");
        assertThat(scene.phase(id)).isEqualTo("AWAITING_APPROVAL");
        assertThat(scene.get(id).get("waitingFor").asString()).contains("1 of 2 given (" + bobName + ")");
        require(scene.say(eve, id, "approve"), 200);
        assertThat(scene.phase(id)).isEqualTo("ROLLING");
        assertThat(scene.get(id).get("approvals")).hasSize(2).noneMatch(ApprovalsIT::isVoid);
    }

    @Test
    void an_answer_that_was_lost_may_be_asked_for_again() {
        var id = waiting("");
        require(scene.say(bob, id, "approve", "\"wave\":\"canary\","), 200);
        var again = scene.say(bob, id, "approve", "\"wave\":\"canary\",");
        assertThat(again.status()).isEqualTo(200);
        assertThat(again.header("Breakwater-Unchanged")).isEqualTo("wave canary has passed already");
        assertThat(scene.say(bob, id, "approve", "\"wave\":\"nonsense\",").pointer())
                .isEqualTo("/wave");
    }

    @Test
    void only_those_named_may_approve() {
        var id = waiting("\"approvals\":{\"from\":[\"%s\"]},".formatted(eveName));
        assertThat(scene.say(bob, id, "approve").body()).contains("only " + eveName + " may approve it");
        require(scene.say(eve, id, "approve"), 200);
    }

    @Test
    void an_approval_that_has_expired_counts_no_more_and_can_be_given_again() {
        var id = waiting("\"approvals\":{\"required\":2},");
        require(scene.say(bob, id, "approve"), 200);
        stage.jdbc()
                .sql("update approvals set expires_at = now() - interval '1 s' where rollout_id = ?")
                .param(UUID.fromString(id))
                .update();
        assertThat(scene.get(id).get("approvals").get(0).get("void").asString()).isEqualTo("it expired");
        require(scene.say(eve, id, "approve"), 200);
        assertThat(scene.phase(id)).isEqualTo("AWAITING_APPROVAL");
        require(scene.say(bob, id, "approve"), 200);
        assertThat(scene.phase(id)).isEqualTo("ROLLING");
    }

    @Test
    void a_quarantine_makes_approvals_void_and_none_can_be_given_until_it_is_released() {
        var generation = scene.generation();
        var id = waiting(generation, "\"approvals\":{\"required\":2},");
        require(scene.say(bob, id, "approve"), 200);
        var path = "/api/v1/generations/" + generation;
        require(scene.api.post(path + "/quarantine", "{\"reason\":\"smoke\"}"), 200);
        assertThat(scene.say(eve, id, "approve").code()).isEqualTo("generation_quarantined");
        require(scene.api.post(path + "/release", "{\"reason\":\"no fire\"}"), 200);
        assertThat(scene.get(id).get("approvals").get(0).get("void").asString()).contains("quarantined or released");
        require(scene.say(eve, id, "approve"), 200);
        assertThat(scene.phase(id)).isEqualTo("AWAITING_APPROVAL");
    }

    @Test
    void a_host_that_falls_back_makes_them_void_and_the_wave_asks_again() {
        var id = waiting("\"approvals\":{\"required\":2},");
        require(scene.say(bob, id, "approve"), 200);
        var settled = scene.of(id, 0).getFirst();
        settled.doubt();
        scene.await(id, "ROLLING");
        scene.playUntil(id, "AWAITING_APPROVAL");
        assertThat(scene.get(id).get("approvals").get(0).get("void").asString()).contains("has changed since");
    }

    @Test
    void the_inbox_lists_what_waits_and_says_who_may_not() {
        var id = waiting("\"approvals\":{\"required\":2},");
        assertThat(pending(bob, id).get("objection").isNull()).isTrue();
        assertThat(pending(scene.api, id).get("objection").asString()).contains("drafted");
        require(scene.say(bob, id, "approve"), 200);
        assertThat(pending(bob, id).get("objection").asString()).contains("already");
        assertThat(pending(eve, id).get("given").asInt()).isEqualTo(1);
        assertThat(bob.get("/api/v1/approvals?state=old").status()).isEqualTo(422);
    }

    @Test
    void one_no_is_enough() {
        var id = waiting("\"approvals\":{\"required\":2},");
        require(scene.say(bob, id, "approve"), 200);
        require(scene.say(eve, id, "reject"), 200);
        assertThat(scene.phase(id)).isEqualTo("HALTED");
        assertThat(scene.say(eve, id, "reject").header("Breakwater-Unchanged")).isEqualTo("it is halted already");
    }

    @Test
    void more_people_than_are_named_cannot_be_asked_for() {
        var request = scene.request(
                scene.generation(), "\"approvals\":{\"required\":2,\"from\":[\"%s\"]},".formatted(bobName), WAVES);
        assertThat(scene.draft(request).pointer()).isEqualTo("/approvals/from");
    }

    private String waiting(String more) {
        return waiting(scene.generation(), more);
    }

    private String waiting(String generation, String more) {
        var id = scene.start(scene.request(generation, more, WAVES));
        scene.playUntil(id, "AWAITING_APPROVAL");
        return id;
    }

    private static JsonNode pending(Api who, String id) {
        for (var item : require(who.get("/api/v1/approvals?state=pending&limit=200"), 200)
                .get("items")) {
            if (item.get("rolloutId").asString().equals(id)) {
                return item;
            }
        }
        throw new AssertionError("not in the inbox");
    }

    private static boolean isVoid(JsonNode approval) {
        return !approval.get("void").isNull();
    }
}
