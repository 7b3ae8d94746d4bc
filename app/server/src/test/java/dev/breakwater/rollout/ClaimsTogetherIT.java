package dev.breakwater.rollout;

import static dev.breakwater.rollout.Scene.require;
import static dev.breakwater.rollout.Scene.wave;
import static org.assertj.core.api.Assertions.assertThat;

import dev.breakwater.BreakwaterIT;
import dev.breakwater.convoy.Outcome;
import dev.breakwater.convoy.Outcome.Answered;
import dev.breakwater.rollout.Claims.Asked;
import dev.breakwater.rollout.Scene.Stage;
import java.util.List;
import java.util.Map;
import org.junit.jupiter.api.Test;
import org.springframework.beans.factory.annotation.Autowired;
import org.springframework.boot.test.web.server.LocalServerPort;

/** Claims that share a transaction, in an order that a test knows: each is answered as if it had come after those before it. */
@BreakwaterIT
class ClaimsTogetherIT {
    @LocalServerPort
    private int port;

    @Autowired
    private Stage stage;

    @Autowired
    private Claims claims;

    @Test
    void as_many_are_granted_as_may_be_unavailable() {
        var scene = new Scene(stage, port).with(8);
        var id = scene.start(scene.request(scene.generation(), "\"maxUnavailable\":\"3\",", wave("all", "rest")));
        assertThat(together(scene.players)).startsWith("granted", "granted", "granted", "max_unavailable");
        assertThat(scene.count(id, 0, "claimed")).isEqualTo(3);
    }

    @Test
    void claims_whose_answer_was_lost_are_granted_again_and_use_up_nothing() {
        var scene = new Scene(stage, port).with(6);
        var id = scene.start(scene.request(scene.generation(), "\"maxUnavailable\":\"4\",", wave("all", "rest")));
        assertThat(together(scene.players.subList(0, 2))).containsOnly("granted");
        assertThat(together(scene.players))
                .containsExactly("granted", "granted", "granted", "granted", "max_unavailable", "max_unavailable");
        assertThat(scene.count(id, 0, "claimed")).isEqualTo(4);
    }

    @Test
    void each_failure_domain_has_its_own_limit() {
        var scene = new Scene(stage, port).with(3, Map.of("site", "a")).with(3, Map.of("site", "b"));
        var limits = "\"spreadBy\":[\"site\"],\"maxUnavailablePerDomain\":1,";
        scene.start(scene.request(scene.generation(), limits, wave("all", "rest")));
        var answers = together(scene.players);
        assertThat(answers.subList(0, 3)).containsOnlyOnce("granted");
        assertThat(answers.subList(3, 6)).containsOnlyOnce("granted");
    }

    @Test
    void no_more_start_than_the_rate_allows() {
        var scene = new Scene(stage, port).with(4);
        scene.start(scene.request(scene.generation(), "\"startRate\":\"2/min\",", wave("all", "rest")));
        assertThat(together(scene.players)).containsExactly("granted", "granted", "start_rate", "start_rate");
    }

    @Test
    void the_way_back_keeps_to_its_limit() {
        var scene = new Scene(stage, port).with(4);
        var more = "\"rollbackMaxUnavailable\":\"1\",";
        var id = scene.start(scene.request(scene.generation(), more, wave("all", "rest")));
        assertThat(together(scene.players)).containsOnly("granted");
        require(scene.say(id, "rollback"), 200);
        scene.await(id, "ROLLING_BACK");
        assertThat(together(scene.players)).containsOnlyOnce("granted").contains("max_unavailable");
    }

    @Test
    void each_rollout_answers_its_own_hosts() {
        var limited = new Scene(stage, port).with(2);
        var free = new Scene(stage, port).with(2);
        limited.start(limited.request(limited.generation(), "\"maxUnavailable\":\"1\",", wave("all", "rest")));
        free.start(free.request(free.generation(), "", wave("all", "rest")));
        var mixed = List.of(limited.players.get(0), free.players.get(0), limited.players.get(1), free.players.get(1));
        assertThat(together(mixed)).containsExactly("granted", "granted", "max_unavailable", "granted");
    }

    /** In the order of their ids, which is the order of their enrolment. */
    private List<String> together(List<Player> players) {
        var asked = players.stream()
                .map(player ->
                        new Asked(player.id, stage.offers().desired(player.id).epoch(), 0))
                .toList();
        return claims.together(asked).stream().map(ClaimsTogetherIT::code).toList();
    }

    private static String code(Outcome<ClaimAnswer> outcome) {
        return AtOnce.codeOf(((Answered<ClaimAnswer>) outcome).answer());
    }
}
