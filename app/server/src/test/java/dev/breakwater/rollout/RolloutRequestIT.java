package dev.breakwater.rollout;

import static dev.breakwater.rollout.Scene.require;
import static dev.breakwater.rollout.Scene.wave;
import static org.assertj.core.api.Assertions.assertThat;

import dev.breakwater.Api;
import dev.breakwater.BreakwaterIT;
import dev.breakwater.rollout.Scene.Stage;
import java.util.Map;
import java.util.UUID;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.springframework.beans.factory.annotation.Autowired;
import org.springframework.boot.test.web.server.LocalServerPort;

@BreakwaterIT
class RolloutRequestIT {
    private static final String ONE_WAVE = wave("all", "rest");

    @LocalServerPort
    private int port;

    @Autowired
    private Stage stage;

    private Scene scene;
    private String generation;

    @BeforeEach
    void aFleet() {
        scene = new Scene(stage, port).with(3);
        generation = scene.generation();
    }

    @ParameterizedTest
    @CsvSource(delimiter = '|', quoteCharacter = '`', textBlock = """
            "minHealthy":1|"minHealthy":0|422|invalid_field|/minHealthy
            "size":"rest"|"size":"-1"|422|invalid_field|/waves/0/size
            "size":"rest"|"size":"101%"|422|invalid_field|/waves/0/size
            "size":"rest"|"size":"0"|422|invalid_field|/waves/0/size
            "size":"rest"|"size":"many"|422|invalid_field|/waves/0/size
            "name":"all"|"name":" "|422|invalid_field|/waves/0/name
            "deadline":"PT5M"|"deadline":"PT0S"|422|invalid_field|/waves/0/deadline
            "soak":"PT0S"|"soak":"-PT1S"|422|invalid_field|/waves/0/soak
            "maxFailed":"0"|"maxFailed":"200%"|422|invalid_field|/waves/0/maxFailed
            "maxFailed":"0"|"maxFailed":"0","gates":["nobody"]|422|invalid_field|/waves/0/gates/0
            "minHealthy":1|"minHealthy":1,"startRate":"fast"|422|invalid_field|/startRate
            "minHealthy":1|"minHealthy":1,"maxUnavailablePerDomain":1|422|invalid_field|/spreadBy
            "minHealthy":1|"minHealthy":1,"schedule":{"calendars":["no-such"]}|422|invalid_field|/schedule/calendars/0
            "minHealthy":1|"minHealthy":1,"profile":"canary"|422|invalid_field|/profile
            "minHealthy":1|"minHealthy":1,"maxUnavailable":"0"|422|plan_not_runnable|/waves
            """)
    void what_is_wrong_is_refused_by_the_name_of_its_field(
            String right, String wrong, int status, String code, String pointer) {
        var answer = scene.draft(scene.request(generation, "", ONE_WAVE).replace(right, wrong));
        assertThat(answer.status()).as(answer.body()).isEqualTo(status);
        assertThat(answer.code()).isEqualTo(code);
        assertThat(answer.pointer()).isEqualTo(pointer);
    }

    @Test
    void a_field_nobody_knows_is_refused() {
        var answer = scene.draft(scene.request(generation, "\"colour\":\"red\",", ONE_WAVE));
        assertThat(answer.status()).isEqualTo(422);
        assertThat(answer.pointer()).isEqualTo("/colour");
    }

    @Test
    void percentages_must_grow_names_be_unique_and_no_wave_be_empty() {
        assertThat(pointer(wave("a", "50%") + "," + wave("b", "50%"))).isEqualTo("/waves/1/size");
        assertThat(pointer(wave("a", "1") + "," + wave("a", "rest"))).isEqualTo("/waves/1/name");
        assertThat(pointer(wave("a", "rest") + "," + wave("b", "1"))).isEqualTo("/waves/0/size");
        var empty = scene.draft(scene.request(generation, "", wave("a", "3") + "," + wave("late", "rest")));
        assertThat(empty.json().get("detail").asString()).isEqualTo("wave late is empty");
    }

    @Test
    void selectors_generations_and_ids_must_exist_and_parse() {
        var request = scene.request(generation, "", ONE_WAVE);
        assertThat(scene.draft(request.replace("run=" + scene.run, "run in (")).code())
                .isEqualTo("invalid_selector");
        assertThat(scene.draft(request.replace(generation, UUID.randomUUID().toString()))
                        .pointer())
                .isEqualTo("/generationId");
        assertThat(scene.api.get("/api/v1/rollouts/" + UUID.randomUUID()).code())
                .isEqualTo("rollout_not_found");
        assertThat(scene.api.get("/api/v1/rollouts?cursor=foreign").code()).isEqualTo("invalid_cursor");
    }

    @Test
    void hosts_without_exactly_one_artifact_reject_the_plan_by_name_unless_they_may_be_left_out() {
        var some = scene.generation("{\"host\":\"%s\",\"ref\":\"%s\"}"
                .formatted(scene.players.get(0).name, scene.players.get(0).path("v9")));
        var refused = scene.draft(scene.request(some, "", ONE_WAVE));
        assertThat(refused.code()).isEqualTo("artifacts_missing");
        assertThat(refused.body()).contains(scene.players.get(1).name, scene.players.get(2).name);
        var preview = require(
                scene.api.post(
                        "/api/v1/rollouts/preview", scene.request(some, "\"missingArtifact\":\"EXCLUDE\",", ONE_WAVE)),
                200);
        assertThat(preview.get("waves").get(0).get("hosts")).hasSize(1);
        assertThat(preview.get("excluded")).hasSize(2);
    }

    @Test
    void a_selector_wave_takes_the_hosts_it_names_first() {
        scene.with(1, Map.of("env", "canary"));
        var request = scene.request(
                scene.generation(), "", wave("picked", "selector: env=canary") + "," + wave("rest", "rest"));
        var preview = require(scene.api.post("/api/v1/rollouts/preview", request), 200);
        assertThat(preview.get("waves").get(0).get("hosts").get(0).get("name").asString())
                .isEqualTo(scene.players.get(3).name);
        assertThat(preview.get("waves").get(0).get("hosts").get(0).get("from").asString())
                .isEqualTo(scene.players.get(3).base);
    }

    @Test
    void verbs_need_a_reason_and_are_refused_where_they_are_not_legal() {
        var id = require(scene.draft(scene.request(generation, "", ONE_WAVE)), 201)
                .get("id")
                .asString();
        var path = "/api/v1/rollouts/" + id;
        assertThat(scene.api.post(path + "/start", "{}").pointer()).isEqualTo("/reason");
        assertThat(scene.say(id, "resume").code()).isEqualTo("verb_not_allowed");
        require(scene.say(id, "start"), 200);
        require(scene.say(id, "pause"), 200);
        var revision = scene.get(id).get("revision");
        assertThat(require(scene.say(id, "pause"), 200).get("revision")).isEqualTo(revision);
        assertThat(scene.api
                        .with("If-Match", "\"999\"")
                        .post(path + "/resume", "{\"reason\":\"x\"}")
                        .status())
                .isEqualTo(412);
        require(scene.say(id, "cancel"), 200);
        require(scene.say(id, "cancel"), 200);
        assertThat(scene.say(id, "start").code()).isEqualTo("verb_not_allowed");
    }

    @Test
    void it_takes_a_role_to_move_anything_and_an_approver_to_let_go_of_the_stop() {
        var viewer = as("VIEWER");
        assertThat(viewer.get("/api/v1/rollouts").status()).isEqualTo(200);
        assertThat(viewer.post("/api/v1/rollouts", scene.request(generation, "", ONE_WAVE))
                        .status())
                .isEqualTo(403);
        var operator = as("OPERATOR");
        assertThat(operator.put("/api/v1/stop", "{\"stopped\":false,\"reason\":\"x\"}")
                        .status())
                .isEqualTo(403);
        assertThat(as("APPROVER")
                        .put("/api/v1/stop", "{\"stopped\":false,\"reason\":\"x\"}")
                        .status())
                .isEqualTo(200);
        var id = require(operator.post("/api/v1/rollouts", scene.request(generation, "", ONE_WAVE)), 201)
                .get("id")
                .asString();
        assertThat(operator.post("/api/v1/rollouts/" + id + "/approve", "{\"reason\":\"x\"}")
                        .status())
                .isEqualTo(403);
    }

    @Test
    void everything_can_be_asked_why() {
        var id = scene.start(scene.request(generation, "", wave("canary", "1") + "," + wave("rest", "rest")));
        var rollout = require(scene.api.get("/api/v1/rollouts/" + id + "/explain"), 200);
        assertThat(rollout.get("sentence").asString()).contains("hosts of wave canary");
        assertThat(rollout.get("rules")).isNotEmpty();
        var waiting = scene.of(id, 1).getFirst();
        var host = require(scene.api.get("/api/v1/hosts/" + waiting.id + "/explain"), 200);
        assertThat(host.get("sentence").asString()).contains("waits for wave rest of " + scene.run);
        assertThat(scene.api
                        .get("/api/v1/hosts/" + UUID.randomUUID() + "/explain")
                        .status())
                .isEqualTo(404);
    }

    @Test
    void hosts_of_a_rollout_are_paged_and_filtered() {
        var id = scene.start(scene.request(generation, "", wave("canary", "1") + "," + wave("rest", "rest")));
        var path = "/api/v1/rollouts/" + id + "/hosts";
        var first = require(scene.api.get(path + "?limit=2"), 200);
        var second = require(
                scene.api.get(path + "?limit=2&cursor=" + first.get("next").asString()), 200);
        assertThat(first.get("items")).hasSize(2);
        assertThat(second.get("items")).hasSize(1);
        assertThat(require(scene.api.get(path + "?wave=rest&state=PENDING"), 200)
                        .get("items"))
                .hasSize(2);
        assertThat(scene.api.get(path + "?state=GONE").status()).isEqualTo(422);
    }

    private String pointer(String waves) {
        return scene.draft(scene.request(generation, "", waves)).pointer();
    }

    private Api as(String role) {
        var token =
                require(scene.api.post("/api/v1/api-tokens", "{\"name\":\"t\",\"role\":\"%s\"}".formatted(role)), 201);
        return Api.anonymous(port).bearer(token.get("token").asString());
    }
}
