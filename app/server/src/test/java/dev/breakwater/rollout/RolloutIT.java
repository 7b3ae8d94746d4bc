package dev.breakwater.rollout;

import static dev.breakwater.rollout.Scene.require;
import static dev.breakwater.rollout.Scene.wave;
import static org.assertj.core.api.Assertions.assertThat;

import dev.breakwater.BreakwaterIT;
import dev.breakwater.rollout.Player.Temper;
import dev.breakwater.rollout.Scene.Stage;
import java.time.Duration;
import java.util.List;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.springframework.beans.factory.annotation.Autowired;
import org.springframework.boot.test.web.server.LocalServerPort;

@BreakwaterIT
class RolloutIT {
    private static final String WAVES = wave("canary", "1") + "," + wave("half", "50%") + "," + wave("rest", "rest");

    @LocalServerPort
    private int port;

    @Autowired
    private Stage stage;

    private Scene scene;

    @BeforeEach
    void aFleet() {
        scene = new Scene(stage, port).with(6);
    }

    @Test
    void a_good_generation_reaches_every_host_wave_by_wave() {
        var id = scene.start(scene.request(scene.generation(), "", WAVES));
        scene.playUntil(id, "COMPLETED");
        assertThat(scene.players).allMatch(player -> player.ref.equals(player.path("v1")));
        assertThat(scene.get(id).get("waves"))
                .allMatch(wave -> wave.get("state").asString().equals("PASSED"));
    }

    @Test
    void only_the_canary_is_offered_anything_until_it_has_settled() {
        var id = scene.start(scene.request(scene.generation(), "", WAVES));
        var later = List.of(scene.of(id, 1), scene.of(id, 2));
        assertThat(later)
                .allSatisfy(wave -> assertThat(wave)
                        .allMatch(player -> stage.offers().desired(player.id).action() == Desired.Action.NONE));
        assertThat(scene.of(id, 0))
                .allMatch(player -> stage.offers().desired(player.id).action() == Desired.Action.ACTIVATE);
    }

    @Test
    void a_wave_that_fails_takes_every_touched_host_back_to_its_own_last_good_ref() {
        var generation = scene.generation();
        var id = scene.start(scene.request(generation, "", WAVES));
        scene.of(id, 1).getFirst().temper = Temper.SICK_OF_NEWS;
        scene.playUntil(id, "ROLLED_BACK");
        assertThat(scene.players).allMatch(player -> player.ref.equals(player.base));
        assertThat(scene.get(id)
                        .get("waves")
                        .get(1)
                        .get("verdict")
                        .get("result")
                        .asString())
                .isEqualTo("FAIL");
        assertThat(scene.draft(scene.request(generation, "", WAVES)).code()).isEqualTo("generation_quarantined");
    }

    @Test
    void what_a_rollout_left_behind_is_what_the_next_goes_back_to_even_if_no_host_has_reported_since() {
        var first = scene.start(scene.request(scene.generation(), "\"finalSoak\":\"PT1S\",", wave("all", "rest")));
        scene.playUntil(first, "SOAKING");
        scene.players.forEach(player -> player.temper = Temper.MUTE);
        scene.await(first, "COMPLETED");
        var next = scene.start(scene.request(scene.generation(), "", WAVES));
        assertThat(scene.players)
                .extracting(player -> stage.jdbc()
                        .sql("select rollback_ref from rollout_hosts where rollout_id = ?::uuid and host_id = ?")
                        .params(next, player.id.value())
                        .query(String.class)
                        .single())
                .isEqualTo(
                        scene.players.stream().map(player -> player.path("v1")).toList());
    }

    @Test
    void a_rollout_that_halts_leaves_hosts_alone_until_a_person_retries_or_rolls_back() {
        var id = scene.start(scene.request(scene.generation(), "\"onFailure\":\"HALT\",", WAVES));
        var sick = scene.of(id, 0).getFirst();
        sick.temper = Temper.SICK_OF_NEWS;
        scene.playUntil(id, "HALTED");
        assertThat(stage.offers().desired(sick.id).action()).isEqualTo(Desired.Action.NONE);
        assertThat(sick.ref).isEqualTo(sick.path("v1"));
        require(scene.say(id, "rollback"), 200);
        scene.playUntil(id, "ROLLED_BACK");
        assertThat(sick.ref).isEqualTo(sick.base);
    }

    @Test
    void a_host_that_never_answers_consumes_the_budget() {
        var id = scene.start(scene.request(scene.generation(), "", WAVES));
        scene.of(id, 0).getFirst().temper = Temper.MUTE;
        scene.age(id, Duration.ofMinutes(6));
        scene.playUntil(id, "ROLLED_BACK");
        assertThat(scene.get(id).get("waves").get(0).get("verdict").get("why").asString())
                .contains("by silence");
    }

    @Test
    void hosts_that_are_away_are_deferred_and_read_the_directive_when_they_return() {
        var generation = scene.generation();
        var away = scene.players.subList(0, 2);
        scene.away(away);
        away.forEach(player -> player.temper = Temper.MUTE);
        var id = scene.start(scene.request(generation, "", wave("all", "rest")));
        assertThat(scene.count(id, 0, "deferred")).isEqualTo(2);
        scene.playUntil(id, "COMPLETED");
        away.forEach(player -> player.temper = Temper.WELL);
        away.forEach(player -> {
            player.play();
            player.play();
        });
        assertThat(away).allMatch(player -> player.ref.equals(player.path("v1")));
        assertThat(scene.count(id, 0, "settled")).isEqualTo(6);
    }
}
