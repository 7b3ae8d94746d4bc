package dev.breakwater.rollout;

import static dev.breakwater.rollout.Scene.require;
import static dev.breakwater.rollout.Scene.wave;
import static org.assertj.core.api.Assertions.assertThat;

import dev.breakwater.Api;
import dev.breakwater.BreakwaterIT;
import dev.breakwater.rollout.Scene.Stage;
import java.time.Instant;
import java.util.Map;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.springframework.beans.factory.annotation.Autowired;
import org.springframework.boot.test.web.server.LocalServerPort;
import tools.jackson.databind.JsonNode;

@BreakwaterIT
class PlanningIT {
    private static final String WAVES = wave("canary", "2") + "," + wave("half", "50%") + "," + wave("rest", "rest");

    @LocalServerPort
    private int port;

    @Autowired
    private Stage stage;

    private Scene scene;
    private String generation;

    @BeforeEach
    void aFleetAtTwoSites() {
        scene = new Scene(stage, port)
                .with(4, Map.of("site", "a", "os", "x"))
                .with(3, Map.of("site", "b", "os", "y"))
                .with(1, Map.of("site", "b", "os", "z"));
        generation = scene.generation();
    }

    @Test
    void what_was_previewed_with_spread_and_cover_is_what_starts() {
        var request = scene.request(generation, "\"spreadBy\":[\"site\"],\"cover\":[\"os\"],", WAVES);
        var preview = preview(request);
        assertThat(preview.get("waves"))
                .extracting(wave -> wave.get("count").asInt())
                .containsExactly(2, 2, 4);
        assertThat(preview.get("misses")).hasSize(1);
        var id = scene.start(request);
        var plan = require(scene.api.get("/api/v1/rollouts/" + id + "/plan"), 200);
        assertThat(plan.get("planHash")).isEqualTo(preview.get("planHash"));
        assertThat(plan.get("misses")).isEqualTo(preview.get("misses"));
        assertThat(sites(id, 0)).isEqualTo("a1 b1");
        assertThat(sites(id, 1)).isEqualTo("a1 b1");
        assertThat(sites(id, 2)).isEqualTo("a2 b2");
    }

    @Test
    void the_same_generation_planned_again_has_the_same_canary() {
        var request = scene.request(generation, "", WAVES);
        assertThat(preview(request).get("waves")).isEqualTo(preview(request).get("waves"));
        assertThat(preview(scene.request(scene.generation(), "", WAVES)).get("planHash"))
                .isNotEqualTo(preview(request).get("planHash"));
    }

    @Test
    void a_plan_is_shown_with_what_it_counts_on() {
        var before = Instant.now();
        var preview = preview(scene.request(generation, "\"finalSoak\":\"PT1H\",", WAVES));
        assertThat(Instant.parse(preview.get("earliestFinish").asString())).isAfterOrEqualTo(before.plusSeconds(3_600));
        assertThat(preview.get("excludedCount").asInt()).isZero();
        assertThat(preview.get("waves").get(0).get("truncated").asBoolean()).isFalse();
    }

    @Test
    void a_preview_says_in_which_wave_newcomers_would_be_listed() {
        assertThat(preview(scene.request(generation, "", WAVES))
                        .get("newcomers")
                        .isNull())
                .isTrue();
        var joining = preview(scene.request(generation, "\"newcomers\":\"JOIN\",", WAVES));
        assertThat(joining.get("newcomers").toString())
                .isEqualTo("{\"policy\":\"JOIN\",\"wave\":\"newcomers\",\"after\":\"rest\"}");
        assertThat(joining.get("planHash"))
                .isEqualTo(preview(scene.request(generation, "", WAVES)).get("planHash"));
    }

    @Test
    void a_defect_is_played_against_a_request_or_a_rollout() {
        var request = scene.request(generation, "\"maxUnavailable\":\"1\",", WAVES);
        var simulated = require(simulate(request, "\"defectRate\":0.5,\"runs\":500,\"seed\":1,"), 200);
        assertThat(simulated.get("stoppedAt").get(0).get("share").asDouble()).isBetween(0.68, 0.82);
        assertThat(simulated.get("runs").asInt()).isEqualTo(500);
        assertThat(simulated.get("assumptions")).isNotEmpty();
        var id = require(scene.draft(request), 201).get("id").asString();
        var again = require(
                scene.api.post(
                        "/api/v1/rollouts/simulate",
                        "{\"rolloutId\":\"%s\",\"defectRate\":0.5,\"runs\":500,\"seed\":1}".formatted(id)),
                200);
        assertThat(again).isEqualTo(simulated);
    }

    @Test
    void a_play_of_something_impossible_is_refused_by_its_field() {
        var request = scene.request(generation, "", WAVES);
        assertThat(simulate(request, "").pointer()).isEqualTo("/defectRate");
        assertThat(simulate(request, "\"defectRate\":2,").pointer()).isEqualTo("/defectRate");
        assertThat(simulate(request, "\"defectRate\":0.1,\"runs\":100000,").pointer())
                .isEqualTo("/runs");
        assertThat(simulate(request, "\"defectRate\":0.1,\"colour\":1,").pointer())
                .isEqualTo("/colour");
    }

    @Test
    void a_plan_without_hosts_is_not_played() {
        var nobody = scene.request(generation, "", WAVES).replace("\"run=", "\"nobody=");
        var answer = simulate(nobody, "\"defectRate\":0.1,");
        assertThat(answer.status()).isEqualTo(422);
        assertThat(answer.json().get("code").asString()).isEqualTo("nothing_to_simulate");
    }

    @Test
    void a_browser_reads_the_seed_it_needs_to_play_the_same_again() {
        var request = scene.request(generation, "", WAVES);
        var drawn = require(simulate(request, "\"defectRate\":0.3,\"runs\":200,"), 200);
        var seed = drawn.get("seed").asLong();
        assertThat(seed).isEqualTo((long) (double) seed).isLessThan(1L << 53);
        assertThat(require(simulate(request, "\"defectRate\":0.3,\"runs\":200,\"seed\":%d,".formatted(seed)), 200))
                .isEqualTo(drawn);
        assertThat(simulate(request, "\"defectRate\":0.3,\"seed\":9007199254740993,")
                        .pointer())
                .isEqualTo("/seed");
    }

    private JsonNode preview(String request) {
        return require(scene.api.post("/api/v1/rollouts/preview", request), 200);
    }

    private Api.Answer simulate(String request, String more) {
        return scene.api.post(
                "/api/v1/rollouts/simulate", "{" + more + request.strip().substring(1));
    }

    private String sites(String id, int wave) {
        return stage.jdbc()
                .sql("""
                select string_agg(site || hosts, ' ' order by site) from (
                    select h.labels ->> 'site' as site, count(*) as hosts from rollout_hosts rh join hosts h on h.id = rh.host_id
                    where rh.rollout_id = cast(:id as uuid) and rh.wave = :wave group by 1) s
                """)
                .param("id", id)
                .param("wave", wave)
                .query(String.class)
                .single();
    }
}
