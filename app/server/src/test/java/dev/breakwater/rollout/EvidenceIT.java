package dev.breakwater.rollout;

import static org.assertj.core.api.Assertions.assertThat;

import dev.breakwater.BreakwaterIT;
import dev.breakwater.rollout.Scene.Stage;
import org.junit.jupiter.api.Test;
import org.springframework.beans.factory.annotation.Autowired;
import org.springframework.boot.test.web.server.LocalServerPort;

@BreakwaterIT
class EvidenceIT {
    @LocalServerPort
    private int port;

    @Autowired
    private Stage stage;

    @Test
    void a_rollout_shows_what_its_hosts_can_tell() {
        var scene = new Scene(stage, port).with(3);
        var id = scene.start(scene.request(
                scene.generation(),
                "\"expectedFailureRate\":\"0.5%\",",
                Scene.wave("all", "rest", ",\"approval\":true")));
        scene.playUntil(id, "AWAITING_APPROVAL");
        var evidence = scene.get(id).get("evidence");
        assertThat(evidence.get("judged").asInt()).isEqualTo(3);
        assertThat(evidence.get("expectedFailureRate").asDouble()).isEqualTo(0.005);
        assertThat(evidence.at("/missProbability/2/probability").asDouble()).isBetween(0.728, 0.730);
        assertThat(evidence.get("threshold").asInt()).isEqualTo(100);
    }

    @Test
    void the_expected_failure_rate_is_drawn_from_experience_and_fixed_at_the_start() {
        var scene = new Scene(stage, port).with(1);
        var draft = Scene.require(scene.draft(scene.request(scene.generation(), "", Scene.wave("all", "rest"))), 201);
        assertThat(draft.at("/spec/expectedFailureRate").isNull()).isTrue();
        var id = draft.get("id").asString();
        Scene.require(scene.say(id, "start"), 200);
        assertThat(scene.get(id).at("/spec/expectedFailureRate").asString()).matches("(0[.]\\d+|[1-5]([.]\\d+)?)%");
        scene.playUntil(id, "COMPLETED");
        var kept = stage.jdbc()
                .sql("select judged || ' ' || failed from rollouts where id = :id::uuid")
                .param("id", id)
                .query(String.class)
                .single();
        assertThat(kept).isEqualTo("1 0");
    }

    @Test
    void hosts_that_fail_in_wave_after_wave_stop_a_rollout_that_no_budget_would() {
        var scene = new Scene(stage, port).with(8);
        scene.players.stream().limit(4).forEach(player -> player.temper = Player.Temper.SICK_OF_NEWS);
        var generous =
                "{\"name\":\"all\",\"size\":\"rest\",\"maxFailed\":\"7\",\"soak\":\"PT0S\",\"deadline\":\"PT5M\"}";
        var id = scene.start(
                scene.request(scene.generation(), "\"onFailure\":\"HALT\",\"expectedFailureRate\":\"1%\",", generous));
        scene.playUntil(id, "HALTED");
        assertThat(scene.get(id).get("reason").asString()).contains("judged in this rollout failed where 1% would");
    }
}
