package dev.breakwater.rollout;

import static dev.breakwater.rollout.Scene.require;
import static dev.breakwater.rollout.Scene.wave;
import static org.assertj.core.api.Assertions.assertThat;

import dev.breakwater.BreakwaterIT;
import dev.breakwater.rollout.Player.Temper;
import dev.breakwater.rollout.Scene.Stage;
import java.util.UUID;
import org.awaitility.Awaitility;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.extension.ExtendWith;
import org.springframework.beans.factory.annotation.Autowired;
import org.springframework.boot.test.web.server.LocalServerPort;

/** The way forward is never barred, and hosts keep their own way back on it. */
@BreakwaterIT
@ExtendWith(LawAbiding.class)
class SupersedeIT {
    private static final String WAVES = wave("canary", "1") + "," + wave("rest", "rest");
    private static final String TAKE_OVER = "\"overlap\":\"SUPERSEDE\",";

    @LocalServerPort
    private int port;

    @Autowired
    private Stage stage;

    private Scene scene;

    @BeforeEach
    void aFleet() {
        scene = new Scene(stage, port).with(4);
    }

    @Test
    void a_rollout_that_is_rolling_back_gives_way_to_one_that_mends_it() {
        var bad = rollingBack();
        var good = scene.start(scene.request(scene.generation(), TAKE_OVER, WAVES));
        assertThat(scene.phase(bad)).isEqualTo("SUPERSEDED");
        assertThat(scene.get(bad).get("supersededBy").asString()).isEqualTo(good);
        scene.players.forEach(player -> player.temper = Temper.WELL);
        scene.playUntil(good, "COMPLETED");
        assertThat(scene.players).allMatch(player -> player.ref.equals(player.path("v2")));
    }

    @Test
    void hosts_in_between_keep_their_own_last_good_however_healthy_they_say_they_are_meanwhile() {
        var bad = rollingBack();
        var good = scene.start(scene.request(scene.generation(), TAKE_OVER, WAVES));
        scene.players.forEach(player -> player.temper = Temper.WELL);
        scene.of(good, 1).forEach(Player::idle);
        scene.of(good, 1).forEach(Player::idle);
        assertThat(scene.players)
                .allSatisfy(player -> assertThat(rollbackRef(good, player)).isEqualTo(player.base));
        require(scene.say(good, "rollback"), 200);
        scene.playUntil(good, "ROLLED_BACK");
        assertThat(scene.players).allMatch(player -> player.ref.equals(player.base));
        assertThat(scene.phase(bad)).isEqualTo("SUPERSEDED");
    }

    @Test
    void a_rollout_with_a_named_successor_leaves_it_its_hosts_ways_back() {
        var first = scene.start(scene.request(scene.generation(), "", WAVES));
        scene.playUntil(first, "ROLLING");
        scene.of(first, 0).forEach(Player::play);
        var touched = scene.of(first, 0).getFirst();
        var next = require(scene.draft(scene.request(scene.generation(), "", WAVES)), 201)
                .get("id")
                .asString();
        require(scene.say(scene.api, first, "supersede", "\"rolloutId\":\"%s\",".formatted(next)), 200);
        touched.idle();
        touched.idle();
        require(scene.say(next, "start"), 200);
        assertThat(rollbackRef(next, touched)).isEqualTo(touched.base);
    }

    @Test
    void a_successor_must_be_another_rollout_that_is_not_over() {
        var id = scene.start(scene.request(scene.generation(), "", WAVES));
        assertThat(scene.say(scene.api, id, "supersede", "\"rolloutId\":\"%s\",".formatted(id))
                        .pointer())
                .isEqualTo("/rolloutId");
        var nobody = "\"rolloutId\":\"%s\",".formatted(UUID.randomUUID());
        assertThat(scene.say(scene.api, id, "supersede", nobody).pointer()).isEqualTo("/rolloutId");
        assertThat(scene.phase(id)).isEqualTo("ROLLING");
    }

    @Test
    void where_hosts_must_not_be_taken_over_they_are_listed() {
        scene.start(scene.request(scene.generation(), "", WAVES));
        var refused = scene.draftAndStart(scene.request(scene.generation(), "", WAVES));
        assertThat(refused.code()).isEqualTo("hosts_owned");
        assertThat(refused.json().get("errors"))
                .hasSize(4)
                .allSatisfy(error -> assertThat(error.get("message").asString())
                        .contains("belongs to running rollout " + scene.run));
    }

    /** Its canary has settled, a host of the next wave has failed, one more was granted its claim, and nobody has gone back yet. */
    private String rollingBack() {
        var bad = scene.start(scene.request(scene.generation(), "", WAVES));
        var canary = scene.of(bad, 0).getFirst();
        Awaitility.await()
                .until(
                        () -> {
                            canary.play();
                            return scene.get(bad).get("currentWave").asString();
                        },
                        "rest"::equals);
        var failing = scene.of(bad, 1).getFirst();
        assertThat(scene.of(bad, 1).getLast().claim()).isInstanceOf(ClaimAnswer.Granted.class);
        failing.temper = Temper.SICK_OF_NEWS;
        failing.play();
        scene.await(bad, "ROLLING_BACK");
        return bad;
    }

    private String rollbackRef(String id, Player player) {
        return stage.jdbc()
                .sql("select rollback_ref from rollout_hosts where rollout_id = ?::uuid and host_id = ?")
                .param(id)
                .param(player.id.value())
                .query(String.class)
                .single();
    }
}
