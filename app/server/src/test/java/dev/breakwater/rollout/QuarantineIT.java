package dev.breakwater.rollout;

import static dev.breakwater.rollout.AtOnce.codeOf;
import static dev.breakwater.rollout.Scene.require;
import static dev.breakwater.rollout.Scene.wave;
import static org.assertj.core.api.Assertions.assertThat;

import dev.breakwater.BreakwaterIT;
import dev.breakwater.rollout.Scene.Stage;
import java.time.Duration;
import java.time.Instant;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.springframework.beans.factory.annotation.Autowired;
import org.springframework.boot.test.web.server.LocalServerPort;
import tools.jackson.databind.JsonNode;

@BreakwaterIT
class QuarantineIT {
    @LocalServerPort
    private int port;

    @Autowired
    private Stage stage;

    private Scene scene;
    private String generation;

    @BeforeEach
    void hosts_and_a_generation() {
        scene = new Scene(stage, port).with(2);
        generation = scene.generation();
    }

    @Test
    void a_rollout_whose_generation_a_person_quarantines_halts_and_says_why() {
        var id = scene.start(scene.request(generation, "", wave("all", "rest")));
        var epoch = stage.offers().desired(scene.host(0)).epoch();
        quarantine("");
        assertThat(codeOf(scene.players.getFirst().claim(epoch))).isIn("quarantined", "stale_epoch");
        scene.await(id, "HALTED");
        assertThat(scene.get(id).get("reason").asString()).contains("quarantined for every host", "smells");
        assertThat(scene.get(id).get("waitingFor").asString()).contains("person");
        assertThat(scene.say(id, "retry").status()).isEqualTo(409);
    }

    @Test
    void once_released_the_halted_rollout_is_retried() {
        var id = scene.start(scene.request(generation, "", wave("all", "rest")));
        quarantine("");
        scene.await(id, "HALTED");
        require(
                scene.api.post(
                        "/api/v1/generations/%s/release".formatted(generation), "{\"reason\":\"it was the probe\"}"),
                200);
        require(scene.say(id, "retry"), 200);
        scene.playUntil(id, "COMPLETED");
    }

    @Test
    void a_quarantined_ref_is_refused_under_the_name_of_another_generation() {
        quarantine("run=" + scene.run);
        var twin = sameRefs();
        var answer = scene.draft(scene.request(twin, "", wave("all", "rest")));
        assertThat(answer.status()).isEqualTo(409);
        assertThat(answer.json().get("code").asString()).isEqualTo("generation_quarantined");
        assertThat(answer.json().get("detail").asString()).contains("belongs to it");
    }

    @Test
    void a_rollout_of_another_generation_with_the_same_refs_halts_too() {
        var id = scene.start(scene.request(sameRefs(), "", wave("all", "rest")));
        quarantine("run=" + scene.run);
        scene.await(id, "HALTED");
    }

    @Test
    void a_quarantine_for_other_hosts_stops_nobody() {
        var id = scene.start(scene.request(generation, "", wave("all", "rest")));
        quarantine("run=other");
        scene.playUntil(id, "COMPLETED");
    }

    @Test
    void a_paused_rollout_halts_at_once_too() {
        var id = scene.start(scene.request(generation, "", wave("all", "rest")));
        require(scene.say(id, "pause"), 200);
        quarantine("run=" + scene.run);
        scene.await(id, "HALTED");
        assertThat(scene.get(id).get("reason").asString()).contains("smells");
    }

    @Test
    void a_retry_is_refused_for_the_ref_under_another_name_and_for_part_of_the_fleet() {
        var id = scene.start(scene.request(sameRefs(), "", wave("all", "rest")));
        require(scene.say(id, "halt"), 200);
        quarantine("run in (%s, other)".formatted(scene.run));
        var answer = scene.say(id, "retry");
        assertThat(answer.status()).isEqualTo(409);
        assertThat(answer.code()).isEqualTo("generation_quarantined");
        assertThat(answer.json().get("detail").asString()).contains("smells", "Release it first");
        assertThat(scene.phase(id)).isEqualTo("HALTED");
    }

    @Test
    void a_scheduled_rollout_does_not_begin_and_says_who_has_to_act() {
        var later = Instant.now().plus(Duration.ofHours(1));
        var id = require(scene.draft(scene.request(generation, "", wave("all", "rest"))), 201)
                .get("id")
                .asString();
        require(
                scene.api.post(
                        "/api/v1/rollouts/%s/schedule".formatted(id),
                        "{\"reason\":\"tonight\",\"notBefore\":\"%s\"}".formatted(later)),
                200);
        quarantine("");
        assertThat(scene.say(id, "start").code()).isEqualTo("generation_quarantined");
        assertThat(scene.phase(id)).isEqualTo("SCHEDULED");
        assertThat(scene.get(id).get("waitingFor").asString()).contains("release the quarantine", "smells");
        var rules = scene.api.get("/api/v1/rollouts/" + id + "/explain").json().get("rules");
        assertThat(rules).anyMatch(rule -> rule.get("rule").asString().equals("nothing it offers is quarantined"));
    }

    @Test
    void a_quarantine_shows_in_the_preview_as_a_refusal() {
        quarantine("");
        var answer = scene.api.post("/api/v1/rollouts/preview", scene.request(generation, "", wave("all", "rest")));
        assertThat(answer.code()).isEqualTo("generation_quarantined");
        assertThat(answer.json().get("detail").asString()).contains("by token:admin", "smells");
    }

    @Test
    void the_list_and_the_host_that_runs_it_show_a_quarantine() {
        var id = scene.start(scene.request(generation, "", wave("all", "rest")));
        scene.playUntil(id, "COMPLETED");
        quarantine("run=" + scene.run);
        var row = list("&released=false");
        assertThat(row.get("reason").asString()).isEqualTo("it smells");
        assertThat(row.get("actor").asString()).isNotBlank();
        var host = scene.api.get("/api/v1/hosts/" + scene.host(0)).json();
        assertThat(host.get("quarantines").get(0).get("ref").asString()).isEqualTo(scene.players.getFirst().ref);
    }

    @Test
    void a_release_stays_in_the_list_with_who_and_why() {
        quarantine("");
        require(
                scene.api.post(
                        "/api/v1/generations/%s/release".formatted(generation), "{\"reason\":\"it was the probe\"}"),
                200);
        assertThat(list("&released=true").get("releaseReason").asString()).isEqualTo("it was the probe");
        assertThat(list("").get("releasedBy").asString()).isNotBlank();
    }

    private JsonNode list(String more) {
        return scene.api
                .get("/api/v1/quarantines?generationId=" + generation + more)
                .json()
                .get("items")
                .get(0);
    }

    private String sameRefs() {
        var artifacts = scene.players.stream()
                .map(it -> "{\"host\":\"%s\",\"ref\":\"%s\"}".formatted(it.name, it.path("v1")))
                .toList();
        return scene.generation(String.join(",", artifacts));
    }

    private void quarantine(String selector) {
        require(
                scene.api.post(
                        "/api/v1/generations/%s/quarantine".formatted(generation),
                        "{\"reason\":\"it smells\",\"selector\":\"%s\"}".formatted(selector)),
                200);
    }
}
