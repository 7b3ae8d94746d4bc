package dev.breakwater.rollout;

import static dev.breakwater.rollout.Scene.require;
import static dev.breakwater.rollout.Scene.wave;
import static org.assertj.core.api.Assertions.assertThat;

import dev.breakwater.BreakwaterIT;
import dev.breakwater.host.HostReport.Phase;
import dev.breakwater.rollout.Player.Temper;
import dev.breakwater.rollout.Scene.Stage;
import java.time.Instant;
import java.time.OffsetDateTime;
import org.awaitility.Awaitility;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.springframework.beans.factory.annotation.Autowired;
import org.springframework.boot.test.web.server.LocalServerPort;

@BreakwaterIT
class RetryIT {
    private static final String WAVES = wave("canary", "1") + "," + wave("rest", "rest");

    @LocalServerPort
    private int port;

    @Autowired
    private Stage stage;

    private Scene scene;

    @BeforeEach
    void aFleet() {
        scene = new Scene(stage, port).with(3);
    }

    @Test
    void what_failed_is_tried_again_once_its_generation_is_released() {
        var generation = scene.generation();
        var id = scene.start(scene.request(generation, "\"onFailure\":\"HALT\",", WAVES));
        var sick = scene.of(id, 0).getFirst();
        sick.temper = Temper.SICK_OF_NEWS;
        scene.playUntil(id, "HALTED");
        assertThat(scene.say(id, "retry").code()).isEqualTo("generation_quarantined");
        assertThat(scene.phase(id)).isEqualTo("HALTED");
        sick.temper = Temper.WELL;
        require(scene.api.post("/api/v1/generations/%s/release".formatted(generation), "{\"reason\":\"mended\"}"), 200);
        require(scene.say(id, "retry"), 200);
        scene.playUntil(id, "COMPLETED");
        assertThat(scene.players).allMatch(player -> player.ref.equals(player.path("v1")));
    }

    @Test
    void a_retry_leaves_alone_what_has_settled() {
        var generation = scene.generation();
        var id = scene.start(scene.request(generation, "\"onFailure\":\"HALT\",", WAVES.replace("\"1\"", "\"2\"")));
        var well = scene.of(id, 0).getFirst();
        Awaitility.await().until(() -> {
            well.play();
            return scene.count(id, 0, "settled") == 1;
        });
        var claimed = claimedAt(id, well);
        var sick = scene.of(id, 0).getLast();
        sick.temper = Temper.SICK_OF_NEWS;
        scene.playUntil(id, "HALTED");
        sick.temper = Temper.WELL;
        require(scene.api.post("/api/v1/generations/%s/release".formatted(generation), "{\"reason\":\"mended\"}"), 200);
        require(scene.say(id, "retry"), 200);
        assertThat(scene.count(id, 0, "settled")).isEqualTo(1);
        scene.playUntil(id, "COMPLETED");
        assertThat(claimedAt(id, well)).isEqualTo(claimed);
    }

    @Test
    void a_rollback_that_failed_is_tried_again_and_its_old_failures_are_forgotten() {
        var id = scene.start(scene.request(scene.generation(), "", WAVES));
        var stuck = scene.of(id, 0).getFirst();
        stuck.play();
        require(scene.say(id, "rollback"), 200);
        stuck.report(Phase.FAILED, stage.offers().desired(stuck.id).epoch());
        scene.await(id, "HALTED");
        require(scene.say(id, "retry"), 200);
        scene.playUntil(id, "ROLLED_BACK");
        assertThat(stuck.ref).isEqualTo(stuck.base);
    }

    private Instant claimedAt(String id, Player player) {
        return stage.jdbc()
                .sql("select claimed_at from rollout_hosts where rollout_id = :id::uuid and host_id = :host")
                .param("id", id)
                .param("host", player.id.value())
                .query(OffsetDateTime.class)
                .single()
                .toInstant();
    }
}
