package dev.breakwater.rollout;

import static dev.breakwater.rollout.Scene.require;
import static dev.breakwater.rollout.Scene.wave;
import static org.assertj.core.api.Assertions.assertThat;

import dev.breakwater.Api.Answer;
import dev.breakwater.BreakwaterIT;
import dev.breakwater.host.Fleet;
import dev.breakwater.rollout.Player.Temper;
import dev.breakwater.rollout.Scene.Stage;
import java.time.temporal.ChronoUnit;
import java.util.List;
import java.util.UUID;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;
import org.springframework.beans.factory.annotation.Autowired;
import org.springframework.boot.test.web.server.LocalServerPort;

@BreakwaterIT
class VerbsIT {
    private static final String ONE_WAVE = wave("all", "rest");
    private static final String TWO_WAVES = wave("canary", "1") + "," + wave("rest", "rest");

    @LocalServerPort
    private int port;

    @Autowired
    private Stage stage;

    private Scene scene;

    @BeforeEach
    void aFleet() {
        scene = new Scene(stage, port).with(3);
    }

    @ParameterizedTest
    @ValueSource(
            strings = {
                "start",
                "schedule",
                "pause",
                "resume",
                "promote",
                "approve",
                "reject",
                "halt",
                "rollback",
                "retry",
                "skip-host",
                "cancel",
                "supersede"
            })
    void every_verb_must_say_why(String verb) {
        var path = "/api/v1/rollouts/%s/%s".formatted(draft(""), verb);
        assertThat(scene.api.post(path, "{}").pointer()).isEqualTo("/reason");
        assertThat(scene.api.post(path, "{\"reason\":\" \"}").pointer()).isEqualTo("/reason");
        assertThat(scene.api.post(path, "{\"reason\":\"x\",\"nonsense\":1}").status())
                .isEqualTo(422);
    }

    @ParameterizedTest
    @CsvSource({
        "start,OPERATOR", "schedule,OPERATOR", "pause,OPERATOR", "resume,OPERATOR", "promote,OPERATOR",
        "approve,APPROVER", "reject,APPROVER", "halt,OPERATOR", "rollback,OPERATOR", "retry,OPERATOR",
        "skip-host,OPERATOR", "cancel,OPERATOR", "supersede,OPERATOR"
    })
    void every_verb_asks_for_its_role(String verb, String role) {
        var path = "/api/v1/rollouts/%s/%s".formatted(draft(""), verb);
        var below = role.equals("APPROVER") ? "OPERATOR" : "VIEWER";
        assertThat(scene.as("below", below).post(path, "{\"reason\":\"x\"}").status())
                .isEqualTo(403);
        assertThat(scene.as("enough", role).post(path, "{}").pointer()).isEqualTo("/reason");
    }

    @Test
    void what_each_verb_did_is_in_the_audit_trail_once_with_who_and_why() {
        var mara = scene.as("mara", "OPERATOR");
        var id = draft("");
        var verbs = List.of("start", "pause", "resume", "halt", "retry", "cancel");
        verbs.forEach(verb -> require(
                mara.post("/api/v1/rollouts/%s/%s".formatted(id, verb), "{\"reason\":\"to %s\"}".formatted(verb)),
                200));
        assertThat(stage.jdbc()
                        .sql(
                                "select actor || ' ' || reason from audit where subject = :subject and reason like 'to %' order by seq")
                        .param("subject", "rollouts/" + id)
                        .query(String.class)
                        .list())
                .containsExactlyElementsOf(
                        verbs.stream().map(verb -> "token:mara to " + verb).toList());
    }

    @Test
    void a_promotion_said_twice_does_not_cut_the_next_waves_soak_short() {
        var soaking = TWO_WAVES.replace("PT0S", "PT1H");
        var id = scene.start(scene.request(scene.generation(), "", soaking));
        scene.playUntil(id, "SOAKING");
        var meant = "\"wave\":\"canary\",";
        require(scene.say(scene.api, id, "promote", meant), 200);
        scene.playUntil(id, "SOAKING");
        assertThat(scene.say(scene.api, id, "promote", meant).header("Breakwater-Unchanged"))
                .isEqualTo("wave canary has passed already");
        assertThat(scene.phase(id)).isEqualTo("SOAKING");
    }

    @Test
    void a_draft_is_scheduled_and_moved_and_owns_its_hosts_meanwhile() {
        var id = draft("");
        require(schedule(id, later(1)), 200);
        assertThat(scene.get(id).get("waitingFor").asString()).startsWith("its start at " + later(1));
        assertThat(scene.draftAndStart(scene.request(scene.generation(), "", ONE_WAVE))
                        .code())
                .isEqualTo("hosts_owned");
        assertThat(schedule(id, later(1)).header("Breakwater-Unchanged")).isEqualTo("it starts then already");
        require(schedule(id, later(2)), 200);
        assertThat(scene.get(id).get("nextCheckAt").asString()).isEqualTo(later(2));
        require(scene.say(id, "start"), 200);
        assertThat(scene.phase(id)).isEqualTo("ROLLING");
        assertThat(schedule(id, later(3)).code()).isEqualTo("verb_not_allowed");
    }

    @Test
    void a_start_cannot_be_set_into_the_past() {
        var id = draft("");
        assertThat(schedule(id, "2020-01-01T00:00:00Z").pointer()).isEqualTo("/notBefore");
        assertThat(scene.say(id, "schedule").pointer()).isEqualTo("/notBefore");
    }

    @Test
    void what_is_said_twice_says_so() {
        var id = scene.start(scene.request(scene.generation(), "", TWO_WAVES));
        assertThat(scene.say(id, "start").header("Breakwater-Unchanged")).isEqualTo("it has started already");
        require(scene.say(id, "pause"), 200);
        assertThat(scene.say(id, "pause").header("Breakwater-Unchanged")).isEqualTo("it is paused already");
        require(scene.say(id, "resume"), 200);
        assertThat(scene.say(id, "resume").header("Breakwater-Unchanged")).isEqualTo("it is not paused");
        require(scene.say(id, "halt"), 200);
        assertThat(scene.say(id, "halt").header("Breakwater-Unchanged")).isEqualTo("it is halted already");
        require(scene.say(id, "retry"), 200);
        assertThat(scene.say(id, "retry").header("Breakwater-Unchanged")).isEqualTo("it goes on already");
        require(scene.say(id, "cancel"), 200);
        assertThat(scene.say(id, "cancel").header("Breakwater-Unchanged")).isEqualTo("it is CANCELLED already");
    }

    @Test
    void a_failing_wave_halts_where_going_back_is_forbidden_and_says_so() {
        var id = failing("\"rollback\":\"FORBIDDEN\",");
        scene.playUntil(id, "HALTED");
        assertThat(scene.get(id).get("reason").asString()).endsWith("; going back is forbidden");
        assertThat(scene.say(id, "rollback").body()).contains("its rollback is forbidden");
        assertThat(scene.get(id).get("waitingFor").asString()).contains("must not be rolled back");
    }

    @Test
    void where_going_back_needs_approval_an_approver_says_it() {
        var id = failing("\"rollback\":\"APPROVAL\",");
        scene.playUntil(id, "HALTED");
        var operator = scene.as(Fleet.unique("op"), "OPERATOR");
        var refused = scene.say(operator, id, "rollback");
        assertThat(refused.status()).isEqualTo(403);
        assertThat(refused.code()).isEqualTo("rollback_needs_approver");
        require(scene.say(scene.as(Fleet.unique("bob"), "APPROVER"), id, "rollback"), 200);
        scene.playUntil(id, "ROLLED_BACK");
    }

    @Test
    void the_stricter_of_generation_and_rollout_wins() {
        var body =
                "{\"name\":\"%s\",\"platform\":\"nixos\",\"rollback\":\"FORBIDDEN\",\"artifacts\":[{\"ref\":\"%s\"}]}"
                        .formatted(Fleet.unique("firmware"), Fleet.storePath("firmware"));
        var generation = require(scene.api.post("/api/v1/generations", body), 201);
        assertThat(generation.get("rollback").asString()).isEqualTo("FORBIDDEN");
        var request = scene.request(generation.get("id").asString(), "\"rollback\":\"APPROVAL\",", ONE_WAVE);
        var rollout = require(scene.draft(request), 201);
        assertThat(rollout.get("spec").get("rollback").asString()).isEqualTo("FORBIDDEN");
    }

    @Test
    void a_skipped_host_is_not_judged_and_one_that_was_touched_goes_back_with_the_others() {
        var halting = scene.request(
                scene.generation(), "\"onFailure\":\"HALT\",", wave("canary", "2") + "," + wave("rest", "rest"));
        var id = scene.start(halting);
        var sick = scene.of(id, 0).getFirst();
        sick.temper = Temper.SICK_OF_NEWS;
        scene.playUntil(id, "HALTED");
        require(skip(id, sick), 200);
        assertThat(skip(id, sick).header("Breakwater-Unchanged")).isEqualTo("it is skipped already");
        assertThat(scene.count(id, 0, "skipped")).isEqualTo(1);
        assertThat(scene.count(id, 0, "failed")).isZero();
        sick.temper = Temper.WELL;
        require(scene.say(id, "rollback"), 200);
        assertThat(scene.count(id, 0, "rollingBack")).isGreaterThanOrEqualTo(1);
        scene.playUntil(id, "ROLLED_BACK");
        assertThat(sick.ref).isEqualTo(sick.base);
    }

    @Test
    void a_wave_goes_on_without_the_host_that_was_skipped() {
        var id = scene.start(scene.request(scene.generation(), "", ONE_WAVE));
        var mute = scene.players.getFirst();
        mute.temper = Temper.MUTE;
        require(skip(id, mute), 200);
        assertThat(stage.offers().desired(mute.id).action()).isEqualTo(Desired.Action.NONE);
        scene.playUntil(id, "COMPLETED");
        assertThat(mute.ref).isEqualTo(mute.base);
    }

    @Test
    void a_host_that_has_settled_or_is_not_planned_cannot_be_skipped() {
        var id = scene.start(scene.request(scene.generation(), "", TWO_WAVES));
        scene.playUntil(id, "COMPLETED");
        assertThat(skip(id, scene.players.getFirst()).code()).isEqualTo("verb_not_allowed");
        var other = scene.start(scene.request(scene.generation(), "", TWO_WAVES));
        var stranger = "{\"hostId\":\"%s\",\"reason\":\"x\"}".formatted(UUID.randomUUID());
        assertThat(scene.api
                        .post("/api/v1/rollouts/%s/skip-host".formatted(other), stranger)
                        .pointer())
                .isEqualTo("/hostId");
    }

    private String failing(String more) {
        var id = scene.start(scene.request(scene.generation(), more, TWO_WAVES));
        scene.of(id, 0).getFirst().temper = Temper.SICK_OF_NEWS;
        return id;
    }

    private Answer skip(String id, Player player) {
        return scene.say(scene.api, id, "skip-host", "\"hostId\":\"%s\",".formatted(player.id));
    }

    private Answer schedule(String id, String at) {
        return scene.say(scene.api, id, "schedule", "\"notBefore\":\"%s\",".formatted(at));
    }

    private String draft(String more) {
        return require(scene.draft(scene.request(scene.generation(), more, TWO_WAVES)), 201)
                .get("id")
                .asString();
    }

    private String later(int hours) {
        return stage.clock()
                .instant()
                .truncatedTo(ChronoUnit.DAYS)
                .plus(hours + 48L, ChronoUnit.HOURS)
                .toString();
    }
}
