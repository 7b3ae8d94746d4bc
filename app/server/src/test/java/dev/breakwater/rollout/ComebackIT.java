package dev.breakwater.rollout;

import static dev.breakwater.rollout.AtOnce.codeOf;
import static dev.breakwater.rollout.Scene.wave;
import static org.assertj.core.api.Assertions.assertThat;

import dev.breakwater.BreakwaterIT;
import dev.breakwater.rollout.Desired.Action;
import dev.breakwater.rollout.Player.Temper;
import dev.breakwater.rollout.Scene.Stage;
import java.util.List;
import java.util.Map;
import org.awaitility.Awaitility;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.springframework.beans.factory.annotation.Autowired;
import org.springframework.boot.test.web.server.LocalServerPort;

/** The first host is away when the first wave, its two hosts, opens. */
@BreakwaterIT
class ComebackIT {
    @LocalServerPort
    private int port;

    @Autowired
    private Stage stage;

    private Scene scene;
    private Player traveller;
    private Player neighbour;

    @BeforeEach
    void one_host_of_the_first_wave_is_away() {
        scene = new Scene(stage, port).with(2, Map.of("part", "one")).with(2, Map.of("part", "two"));
        traveller = scene.players.get(0);
        neighbour = scene.players.get(1);
        scene.away(List.of(traveller));
        traveller.temper = Temper.MUTE;
    }

    @Test
    void a_host_that_is_back_while_a_later_wave_runs_is_served() {
        var id = start("", "");
        neighbour.play();
        scene.await(id, "ROLLING");
        Awaitility.await().until(() -> scene.count(id, 1, "offered") == 2);
        comeBack();
        assertThat(traveller.ref).isEqualTo(traveller.path("v1"));
        assertThat(scene.count(id, 0, "settled")).isEqualTo(2);
        scene.playUntil(id, "COMPLETED");
    }

    @Test
    void a_host_that_is_back_during_the_soak_joins_when_its_wave_has_passed() {
        var id = start("", "PT1H");
        neighbour.play();
        scene.await(id, "SOAKING");
        assertThat(codeOf(traveller.claim())).isEqualTo("wave_soaking");
        assertThat(scene.say(id, "promote").status()).isEqualTo(200);
        comeBack();
        assertThat(scene.count(id, 0, "settled")).isEqualTo(2);
    }

    @Test
    void a_host_that_is_back_after_the_rollback_is_left_where_it_was() {
        var id = start("", "");
        neighbour.temper = Temper.SICK_OF_NEWS;
        scene.playUntil(id, "ROLLED_BACK");
        comeBack();
        assertThat(traveller.ref).isEqualTo(traveller.base);
        assertThat(stage.offers().desired(traveller.id).action()).isEqualTo(Action.NONE);
    }

    @Test
    void a_host_that_moved_and_left_goes_back_when_it_returns_after_the_rollback() {
        var id = start("\"rollbackDeadline\":\"PT1S\",", "");
        neighbour.play();
        scene.await(id, "ROLLING");
        neighbour.temper = Temper.MUTE;
        Awaitility.await().until(() -> scene.count(id, 1, "offered") == 2);
        scene.players.get(2).temper = Temper.SICK_OF_NEWS;
        scene.playUntil(id, "ROLLED_BACK");
        neighbour.temper = Temper.WELL;
        neighbour.play();
        assertThat(neighbour.ref).isEqualTo(neighbour.base);
    }

    @Test
    void a_planned_host_whose_labels_leave_the_selector_is_flagged_and_stays() {
        var id = start("", "");
        stage.jdbc()
                .sql("update hosts set labels = labels - 'run' where id = :id")
                .param("id", neighbour.id.value())
                .update();
        var hosts =
                scene.api.get("/api/v1/rollouts/%s/hosts".formatted(id)).json().get("items");
        assertThat(hosts)
                .hasSize(4)
                .filteredOn(host -> host.get("strayed").asBoolean())
                .singleElement()
                .satisfies(host -> assertThat(host.get("name").asString()).isEqualTo(neighbour.name));
        assertThat(codeOf(neighbour.claim())).isEqualTo("granted");
    }

    private String start(String more, String soak) {
        var first = wave("first", "selector: part=one");
        if (!soak.isEmpty()) {
            first = first.replace("PT0S", soak);
        }
        return scene.start(scene.request(scene.generation(), more, first + "," + wave("rest", "rest")));
    }

    private void comeBack() {
        traveller.temper = Temper.WELL;
        traveller.play();
        traveller.play();
    }
}
