package dev.breakwater.rollout;

import static dev.breakwater.rollout.AtOnce.atOnce;
import static dev.breakwater.rollout.AtOnce.codeOf;
import static dev.breakwater.rollout.Scene.require;
import static dev.breakwater.rollout.Scene.wave;
import static org.assertj.core.api.Assertions.assertThat;

import dev.breakwater.Api.Answer;
import dev.breakwater.BreakwaterIT;
import dev.breakwater.rollout.ClaimAnswer.Granted;
import dev.breakwater.rollout.ClaimAnswer.NotNow;
import dev.breakwater.rollout.Player.Temper;
import dev.breakwater.rollout.Scene.Stage;
import java.util.ArrayList;
import java.util.concurrent.Callable;
import java.util.stream.IntStream;
import org.awaitility.Awaitility;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.extension.ExtendWith;
import org.springframework.beans.factory.annotation.Autowired;
import org.springframework.boot.test.web.server.LocalServerPort;

@BreakwaterIT
@ExtendWith(LawAbiding.class)
class ClaimsIT {
    @LocalServerPort
    private int port;

    @Autowired
    private Stage stage;

    @AfterEach
    void nothing_is_stopped() {
        require(stop(false), 200);
    }

    @Test
    void no_more_hosts_move_than_may_be_unavailable_however_many_ask_at_once() throws Exception {
        var scene = new Scene(stage, port).with(16);
        var id = scene.start(scene.request(scene.generation(), "\"maxUnavailable\":\"25%\",", wave("all", "rest")));
        var asked =
                IntStream.range(0, 64).mapToObj(i -> scene.players.get(i % 16)).toList();
        atOnce(asked.stream()
                .<Callable<ClaimAnswer>>map(player -> player::claim)
                .toList());
        assertThat(scene.count(id, 0, "claimed")).isEqualTo(4);
    }

    @Test
    void a_host_turned_away_by_the_limit_is_told_when_to_ask_again() {
        var scene = new Scene(stage, port).with(2);
        scene.start(scene.request(scene.generation(), "\"maxUnavailable\":\"1\",", wave("all", "rest")));
        assertThat(scene.players.get(0).claim()).isInstanceOf(Granted.class);
        assertThat(scene.players.get(0).claim()).isInstanceOf(Granted.class);
        assertThat(scene.players.get(1).claim()).isInstanceOfSatisfying(NotNow.class, refusal -> {
            assertThat(refusal.code()).isEqualTo("max_unavailable");
            assertThat(refusal.retryAfter()).isPositive();
        });
    }

    @Test
    void hosts_that_are_down_by_themselves_use_up_the_limit() {
        var scene = new Scene(stage, port).with(4);
        scene.away(scene.players.subList(0, 1));
        scene.start(scene.request(scene.generation(), "\"maxUnavailable\":\"2\",", wave("all", "rest")));
        assertThat(scene.players.get(1).claim()).isInstanceOf(Granted.class);
        assertThat(scene.players.get(2).claim()).isInstanceOf(NotNow.class);
    }

    @Test
    void once_the_global_stop_has_committed_no_claim_succeeds() throws Exception {
        var scene = new Scene(stage, port).with(16);
        var id = scene.start(scene.request(scene.generation(), "", wave("all", "rest")));
        var tasks = new ArrayList<Callable<Object>>();
        scene.players.forEach(player -> tasks.add(player::claim));
        tasks.add(4, () -> {
            require(stop(true), 200);
            return scene.count(id, 0, "claimed");
        });
        var claimedAtStop = atOnce(tasks).get(4);
        assertThat(scene.count(id, 0, "claimed")).isEqualTo(claimedAtStop);
        assertThat(scene.players).allMatch(player -> codeOf(player.claim()).equals("global_stop"));
    }

    @Test
    void a_paused_rollout_and_a_held_host_wait() {
        var scene = new Scene(stage, port).with(2);
        var id = scene.start(scene.request(scene.generation(), "", wave("all", "rest")));
        var epoch = stage.offers().desired(scene.host(0)).epoch();
        require(scene.say(id, "pause"), 200);
        assertThat(codeOf(scene.players.get(0).claim(epoch))).isEqualTo("rollout_paused");
        require(scene.say(id, "resume"), 200);
        stage.jdbc()
                .sql("update hosts set hold_reason = 'disk', hold_actor = 'me' where id = :id")
                .param("id", scene.host(0).value())
                .update();
        assertThat(codeOf(scene.players.get(0).claim(epoch))).isEqualTo("host_held");
        assertThat(scene.count(id, 0, "held")).isEqualTo(1);
    }

    @Test
    void a_claim_under_an_epoch_that_is_over_is_refused() {
        var scene = new Scene(stage, port).with(2);
        var id = scene.start(scene.request(scene.generation(), "", wave("all", "rest")));
        var epoch = stage.offers().desired(scene.host(0)).epoch();
        require(scene.say(id, "halt"), 200);
        assertThat(codeOf(scene.players.get(0).claim(epoch))).isEqualTo("stale_epoch");
        require(scene.say(id, "cancel"), 200);
        assertThat(codeOf(scene.players.get(0).claim(epoch))).isEqualTo("withdrawn");
    }

    @Test
    void a_host_that_failed_gets_no_second_claim_under_the_same_epoch() {
        var scene = new Scene(stage, port).with(4);
        var id = scene.start(scene.request(
                scene.generation(), "", wave("all", "rest").replace("\"maxFailed\":\"0\"", "\"maxFailed\":\"1\"")));
        var sick = scene.players.get(0);
        sick.temper = Temper.SICK_OF_NEWS;
        sick.play();
        assertThat(scene.count(id, 0, "failed")).isEqualTo(1);
        assertThat(codeOf(sick.claim())).isEqualTo("already_failed");
    }

    @Test
    void hosts_go_back_within_the_limit_of_the_rollback_and_failed_ones_outside_it() {
        var scene = new Scene(stage, port).with(6);
        var more = "\"rollbackMaxUnavailable\":\"1\",";
        var id = scene.start(scene.request(scene.generation(), more, wave("canary", "2") + "," + wave("rest", "rest")));
        scene.of(id, 0).forEach(Player::play);
        scene.await(id, "ROLLING");
        Awaitility.await().until(() -> scene.count(id, 1, "offered") == 4);
        var rest = scene.of(id, 1);
        rest.subList(0, 2).forEach(Player::play);
        rest.get(2).temper = Temper.SICK_OF_NEWS;
        rest.get(2).play();
        scene.await(id, "ROLLING_BACK");
        assertThat(codeOf(scene.of(id, 0).getFirst().claim())).isEqualTo("newer_wave_first");
        assertThat(rest.get(0).claim()).isInstanceOf(Granted.class);
        assertThat(codeOf(rest.get(1).claim())).isEqualTo("max_unavailable");
        assertThat(rest.get(2).claim()).isInstanceOf(Granted.class);
        assertThat(codeOf(rest.get(3).claim())).isEqualTo("withdrawn");
        scene.playUntil(id, "ROLLED_BACK");
    }

    private Answer stop(boolean stopped) {
        return new Scene(stage, port)
                .api.put("/api/v1/stop", "{\"stopped\":%s,\"reason\":\"test\"}".formatted(stopped));
    }
}
