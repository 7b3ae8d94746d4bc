package dev.breakwater.rollout;

import static dev.breakwater.rollout.Scene.require;
import static dev.breakwater.rollout.Scene.wave;
import static org.assertj.core.api.Assertions.assertThat;

import dev.breakwater.BreakwaterIT;
import dev.breakwater.host.Fleet;
import dev.breakwater.rollout.Player.Temper;
import dev.breakwater.rollout.Scene.Stage;
import java.util.Map;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.extension.ExtendWith;
import org.springframework.beans.factory.annotation.Autowired;
import org.springframework.boot.test.web.server.LocalServerPort;
import tools.jackson.databind.JsonNode;

/** Hosts that come to match while a rollout is under way. */
@BreakwaterIT
@ExtendWith(LawAbiding.class)
class NewcomersIT {
    private static final String WAVES = wave("canary", "1") + "," + wave("rest", "rest");
    private static final String JOIN = "\"newcomers\":\"JOIN\",";

    private final String ref = Fleet.storePath(Fleet.unique("shared"));

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
    void a_host_enrolled_meanwhile_joins_in_a_wave_behind_the_plan() {
        var id = scene.start(request(JOIN));
        var planned = scene.get(id).get("planHash");
        scene.with(1);
        scene.playUntil(id, "COMPLETED");
        assertThat(scene.players).allMatch(player -> player.ref.equals(ref));
        var last = newcomers(id);
        assertThat(last.get("hosts").asInt()).isEqualTo(1);
        assertThat(last.get("state").asString()).isEqualTo("PASSED");
        assertThat(scene.get(id).get("planHash")).isEqualTo(planned);
    }

    @Test
    void a_host_enrolled_meanwhile_is_left_alone_unless_newcomers_join() {
        var id = scene.start(request(""));
        scene.with(1);
        scene.playUntil(id, "COMPLETED");
        var newcomer = scene.players.getLast();
        assertThat(newcomer.ref).isEqualTo(newcomer.base);
        assertThat(scene.get(id).get("waves")).hasSize(2);
    }

    @Test
    void a_wave_that_nobody_joins_is_skipped() {
        var id = scene.start(request(JOIN));
        scene.playUntil(id, "COMPLETED");
        assertThat(newcomers(id).get("state").asString()).isEqualTo("SKIPPED");
    }

    @Test
    void a_newcomer_that_another_rollout_moves_is_left_out_with_the_reason() {
        var id = scene.start(request(JOIN));
        scene.with(1, Map.of("part", "own"));
        var own = request("").replace("\"run=" + scene.run + "\"", "\"run=%s,part=own\"".formatted(scene.run));
        var other = scene.start(own.replace(WAVES, wave("all", "rest")));
        scene.players.getLast().temper = Temper.MUTE;
        scene.playUntil(id, "COMPLETED");
        var excluded =
                scene.api.get("/api/v1/rollouts/%s/plan".formatted(id)).json().get("excluded");
        assertThat(excluded.toString()).contains(scene.players.getLast().name, "belongs to running rollout");
        require(scene.say(other, "cancel"), 200);
    }

    @Test
    void a_newcomer_that_fails_takes_everybody_back() {
        var id = scene.start(request(JOIN));
        scene.with(1);
        scene.players.getLast().temper = Temper.SICK_OF_NEWS;
        scene.playUntil(id, "ROLLED_BACK");
        assertThat(scene.players).allMatch(player -> player.ref.equals(player.base));
    }

    @Test
    void the_waves_name_is_taken() {
        var answer = scene.draft(request(JOIN).replace("\"rest\",\"size\"", "\"newcomers\",\"size\""));
        assertThat(answer.status()).isEqualTo(422);
        assertThat(answer.json().get("errors").toString()).contains("/waves/1/name");
    }

    private JsonNode newcomers(String id) {
        var last = scene.get(id).get("waves").get(2);
        assertThat(last.get("name").asString()).isEqualTo("newcomers");
        return last;
    }

    private String request(String more) {
        return scene.request(scene.generation("{\"ref\":\"%s\"}".formatted(ref)), more, WAVES);
    }
}
