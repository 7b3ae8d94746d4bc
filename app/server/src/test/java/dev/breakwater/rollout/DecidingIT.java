package dev.breakwater.rollout;

import static dev.breakwater.rollout.Scene.require;
import static dev.breakwater.rollout.Scene.wave;
import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import dev.breakwater.BreakwaterIT;
import dev.breakwater.rollout.Player.Temper;
import dev.breakwater.rollout.Scene.Stage;
import java.time.Duration;
import java.time.Instant;
import java.util.List;
import java.util.UUID;
import java.util.concurrent.Executors;
import java.util.stream.IntStream;
import org.awaitility.Awaitility;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.extension.ExtendWith;
import org.springframework.beans.factory.annotation.Autowired;
import org.springframework.boot.test.web.server.LocalServerPort;

@BreakwaterIT
@ExtendWith(LawAbiding.class)
class DecidingIT {
    private static final String TWO_WAVES = wave("canary", "1") + "," + wave("rest", "rest");

    @LocalServerPort
    private int port;

    @Autowired
    private Stage stage;

    @Autowired
    private Ticker ticker;

    @Autowired
    private Sabotage sabotage;

    @AfterEach
    void nothing_is_sabotaged() {
        sabotage.type = "";
    }

    @Test
    void many_shells_deciding_one_rollout_at_once_make_each_step_once() {
        var scene = new Scene(stage, port).with(8);
        var id = scene.start(scene.request(scene.generation(), "", TWO_WAVES));
        try (var threads = Executors.newVirtualThreadPerTaskExecutor()) {
            IntStream.range(0, 8)
                    .forEach(_ -> threads.execute(() -> {
                        IntStream.range(0, 10).forEach(_ -> ticker.sweepSafely(UUID.fromString(id)));
                    }));
            scene.playUntil(id, "COMPLETED");
        }
        assertThat(types(scene, id))
                .containsExactly(
                        "rollout.drafted",
                        "rollout.started",
                        "wave.soaking",
                        "wave.opened",
                        "wave.soaking",
                        "rollout.completed");
    }

    @Test
    void a_start_that_dies_half_way_has_written_nothing() {
        var scene = new Scene(stage, port).with(2);
        var id = require(scene.draft(scene.request(scene.generation(), "", TWO_WAVES)), 201)
                .get("id")
                .asString();
        sabotage.type = "rollout.started";
        assertThat(scene.say(id, "start").status()).isEqualTo(500);
        assertThat(scene.phase(id)).isEqualTo("DRAFT");
        assertThat(rows(id)).isZero();
        sabotage.type = "";
        require(scene.say(id, "start"), 200);
        assertThat(rows(id)).isEqualTo(2);
    }

    @Test
    void a_rollback_decision_that_dies_is_made_again_and_whole() {
        var scene = new Scene(stage, port).with(3);
        var id = scene.start(scene.request(scene.generation(), "", TWO_WAVES));
        scene.of(id, 0).forEach(player -> player.temper = Temper.SICK_OF_NEWS);
        sabotage.type = "rollout.rolling_back";
        scene.of(id, 0).forEach(Player::play);
        assertThatThrownBy(() -> ticker.tick(UUID.fromString(id))).hasMessage("sabotaged");
        assertThat(scene.phase(id)).isEqualTo("ROLLING");
        assertThat(stage.jdbc()
                        .sql("select count(*) from quarantines where rollout_id = :id")
                        .param("id", UUID.fromString(id))
                        .query(Integer.class)
                        .single())
                .isZero();
        sabotage.type = "";
        scene.playUntil(id, "ROLLED_BACK");
    }

    @Test
    void a_lost_alarm_is_made_up_for_by_the_sweep() {
        var scene = new Scene(stage, port).with(1);
        var soaking = wave("all", "rest").replace("\"soak\":\"PT0S\"", "\"soak\":\"PT1S\"");
        var id = scene.start(scene.request(scene.generation(), "", soaking));
        scene.playUntil(id, "SOAKING");
        stage.jdbc()
                .sql("delete from scheduled_tasks where task_instance = :id")
                .param("id", id)
                .update();
        scene.await(id, "COMPLETED");
    }

    @Test
    void what_was_previewed_is_what_starts() {
        var scene = new Scene(stage, port).with(9);
        var request = scene.request(scene.generation(), "", TWO_WAVES);
        var preview = require(scene.api.post("/api/v1/rollouts/preview", request), 200);
        var id = scene.start(request);
        assertThat(scene.get(id).get("planHash")).isEqualTo(preview.get("planHash"));
        var canary = preview.get("waves").get(0).get("hosts").get(0).get("id").asString();
        assertThat(scene.of(id, 0)).extracting(player -> player.id.toString()).containsExactly(canary);
    }

    @Test
    void a_plan_that_has_changed_since_its_preview_does_not_start() {
        var scene = new Scene(stage, port).with(3);
        var request = scene.request(scene.generation(), "\"missingArtifact\":\"EXCLUDE\",", TWO_WAVES);
        var id = require(scene.draft(request), 201).get("id").asString();
        var hash = scene.get(id).get("planHash").asString();
        stage.jdbc()
                .sql("update hosts set hold_reason = 'disk', hold_actor = 'me' where id = :id")
                .param("id", scene.host(0).value())
                .update();
        var start = scene.api.post(
                "/api/v1/rollouts/" + id + "/start", "{\"reason\":\"test\",\"planHash\":\"" + hash + "\"}");
        assertThat(start.code()).isEqualTo("plan_changed");
        require(scene.say(id, "start"), 200);
        assertThat(rows(id)).isEqualTo(2);
    }

    @Test
    void hosts_belong_to_one_running_rollout_at_a_time() {
        var scene = new Scene(stage, port).with(3);
        var first = scene.start(scene.request(scene.generation(), "", TWO_WAVES));
        var generation = scene.generation();
        var second = require(scene.draft(scene.request(generation, "", TWO_WAVES)), 201)
                .get("id")
                .asString();
        assertThat(scene.say(second, "start").code()).isEqualTo("hosts_owned");
        var around = scene.request(generation, "\"overlap\":\"EXCLUDE\",", TWO_WAVES);
        var preview = require(scene.api.post("/api/v1/rollouts/preview", around), 200);
        assertThat(preview.get("excluded"))
                .hasSize(3)
                .allMatch(host -> host.get("why").asString().startsWith("belongs to"));
        require(scene.say(first, "cancel"), 200);
        require(scene.say(second, "start"), 200);
        scene.playUntil(second, "COMPLETED");
    }

    @Test
    void a_scheduled_rollout_owns_its_hosts_and_begins_when_its_time_has_come() {
        var scene = new Scene(stage, port).with(1);
        var soon = Instant.now().plus(Duration.ofSeconds(2));
        var id = scene.start(scene.request(
                scene.generation(), "\"schedule\":{\"notBefore\":\"%s\"},".formatted(soon), wave("all", "rest")));
        assertThat(scene.phase(id)).isEqualTo("SCHEDULED");
        scene.playUntil(id, "COMPLETED");
        assertThat(Instant.now()).isAfter(soon);
    }

    @Test
    void a_wave_that_asks_for_approval_waits_for_a_person() {
        var scene = new Scene(stage, port).with(2);
        var id = scene.start(scene.request(
                scene.generation(), "", wave("canary", "1", ",\"approval\":true") + "," + wave("rest", "rest")));
        scene.playUntil(id, "AWAITING_APPROVAL");
        assertThat(scene.get(id).get("waitingFor").asString()).contains("approve wave canary");
        require(scene.say(scene.as("bob", "APPROVER"), id, "approve"), 200);
        scene.playUntil(id, "COMPLETED");
    }

    @Test
    void the_rollback_is_offered_well_within_a_second_of_the_report_that_breaks_the_budget() {
        var scene = new Scene(stage, port).with(20);
        var id = scene.start(scene.request(scene.generation(), "", wave("all", "rest")));
        scene.players.subList(1, 20).forEach(Player::play);
        scene.players.getFirst().temper = Temper.SICK_OF_NEWS;
        scene.players.getFirst().play();
        Awaitility.await()
                .pollInterval(Duration.ofMillis(10))
                .atMost(Duration.ofSeconds(1))
                .until(() -> stage.offers().desired(scene.host(7)).action() == Desired.Action.ROLLBACK);
        assertThat(scene.phase(id)).isEqualTo("ROLLING_BACK");
    }

    private List<String> types(Scene scene, String id) {
        return scene.api
                .get("/api/v1/rollouts/" + id + "/events")
                .json()
                .get("items")
                .valueStream()
                .map(event -> event.get("type").asString())
                .filter(type -> !type.startsWith("host."))
                .toList();
    }

    private int rows(String id) {
        return stage.jdbc()
                .sql("select count(*) from rollout_hosts where rollout_id = :id")
                .param("id", UUID.fromString(id))
                .query(Integer.class)
                .single();
    }
}
