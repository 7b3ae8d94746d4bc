package dev.breakwater.rollout;

import static org.assertj.core.api.Assertions.assertThat;

import dev.breakwater.BreakwaterIT;
import dev.breakwater.host.Fleet;
import dev.breakwater.rollout.Scene.Stage;
import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.time.Duration;
import java.util.Base64;
import javax.crypto.Mac;
import javax.crypto.spec.SecretKeySpec;
import org.awaitility.Awaitility;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.springframework.beans.factory.annotation.Autowired;
import org.springframework.boot.test.web.server.LocalServerPort;

/** Rollouts and a webhook that says what the test wants. */
@BreakwaterIT
class GatingIT {
    @LocalServerPort
    private int port;

    @Autowired
    private Stage stage;

    private LoopbackWebhook webhook;

    @BeforeEach
    void start_a_webhook() throws IOException {
        webhook = new LoopbackWebhook();
    }

    @AfterEach
    void stop_the_webhook() {
        webhook.close();
    }

    @Test
    void a_gate_that_passes_after_the_soak_opens_the_next_wave() throws Exception {
        var scene = new Scene(stage, port).with(2);
        var gate = gate(scene, "\"interval\":\"PT1H\"");
        var id = scene.start(
                scene.request(scene.generation(), "", gated("canary", "1", gate) + "," + Scene.wave("rest", "rest")));
        scene.playUntil(id, "COMPLETED");
        var said = scene.api.get("/api/v1/rollouts/" + id + "/gates").json().at("/items/0");
        assertThat(said.get("verdict").asString()).isEqualTo("PASS");
        assertThat(said.get("why").asString()).isEqualTo("all good");
        assertSigned(webhook.asked().getFirst());
        assertThat(webhook.asked().getFirst().body())
                .contains(id, "canary", webhook.asked().getFirst().header("webhook-id"));
    }

    @Test
    void a_gate_that_fails_takes_the_wave_back() {
        webhook.says("{\"verdict\":\"FAIL\",\"reason\":\"checkout is down\",\"url\":\"https://status.example.com/1\"}");
        var scene = new Scene(stage, port).with(2);
        var id = scene.start(
                scene.request(scene.generation(), "", gated("all", "rest", gate(scene, "\"interval\":\"PT1S\""))));
        scene.playUntil(id, "ROLLED_BACK");
        assertThat(scene.api.get("/api/v1/rollouts/" + id + "/events?limit=100").body())
                .contains("is FAIL: checkout is down");
        var evaluation = scene.api
                .get("/api/v1/rollouts/" + id + "/gates/evaluations")
                .json()
                .at("/items/0");
        assertThat(evaluation.get("link").asString()).isEqualTo("https://status.example.com/1");
        assertThat(evaluation.get("raw").asString()).contains("checkout");
    }

    @Test
    void a_dry_run_is_shown_and_never_counted() {
        webhook.says("{\"verdict\":\"FAIL\",\"reason\":\"would have failed\"}");
        var scene = new Scene(stage, port).with(1);
        var gate = gate(scene, "\"dryRun\":true,\"interval\":\"PT1S\"");
        var soaking = Scene.wave("all", "rest", ",\"gates\":[\"%s\"]".formatted(gate))
                .replace("\"soak\":\"PT0S\"", "\"soak\":\"PT4S\"");
        var id = scene.start(scene.request(scene.generation(), "", soaking));
        scene.playUntil(id, "COMPLETED");
        assertThat(verdict(scene, id)).isEqualTo("FAIL");
    }

    @Test
    void an_answer_without_a_verdict_is_an_error_and_pauses_until_a_person_resumes() {
        webhook.says("<html>Welcome to nginx</html>");
        var scene = new Scene(stage, port).with(1);
        var gate = gate(scene, "\"interval\":\"PT1S\",\"consecutiveErrors\":2");
        var id = scene.start(scene.request(scene.generation(), "", gated("all", "rest", gate)));
        scene.playUntil(id, "PAUSED");
        assertThat(scene.get(id).get("waitingFor").asString())
                .contains("a person to resume it", "is ERROR", "2 times in a row");

        webhook.says("{\"verdict\":\"PASS\"}");
        Awaitility.await()
                .until(() -> scene.get(id).get("waitingFor").asString(), it -> it.endsWith("all its gates pass again"));
        Scene.require(scene.say(id, "resume"), 200);
        scene.playUntil(id, "COMPLETED");
    }

    @Test
    void one_that_hangs_is_an_error_after_its_timeout_and_holds_up_no_other_rollout() {
        webhook.says("hang");
        var stuck = new Scene(stage, port).with(1);
        var gate = gate(stuck, "\"interval\":\"PT1S\",\"timeout\":\"PT2S\",\"consecutiveErrors\":1");
        var hanging = stuck.start(stuck.request(stuck.generation(), "", gated("all", "rest", gate)));
        var free = new Scene(stage, port).with(1);
        var id = free.start(free.request(free.generation(), "", Scene.wave("all", "rest")));
        free.playUntil(id, "COMPLETED");
        stuck.playUntil(hanging, "PAUSED");
        assertThat(stuck.get(hanging).get("waitingFor").asString()).contains("no answer within PT2S");
    }

    @Test
    void a_gate_that_cannot_tell_pauses() {
        webhook.says("{\"verdict\":\"INCONCLUSIVE\",\"reason\":\"too early\"}");
        var scene = new Scene(stage, port).with(1);
        var id = scene.start(
                scene.request(scene.generation(), "", gated("all", "rest", gate(scene, "\"interval\":\"PT1S\""))));
        scene.playUntil(id, "PAUSED");
        assertThat(scene.get(id).get("waitingFor").asString()).contains("is INCONCLUSIVE: too early");
    }

    @Test
    void hosts_that_stay_well_pass_the_built_in_gate() {
        var scene = new Scene(stage, port).with(2);
        var name = define(scene, "\"type\":\"HEALTH\",\"interval\":\"PT1S\"");
        var id = scene.start(
                scene.request(scene.generation(), "", Scene.wave("canary", "1") + "," + gated("rest", "rest", name)));
        scene.playUntil(id, "COMPLETED");
        assertThat(scene.api
                        .get("/api/v1/rollouts/" + id + "/gates")
                        .json()
                        .at("/items/0/why")
                        .asString())
                .isEqualTo("0 of 2 settled hosts are unwell, 0 may be");
    }

    @Test
    void an_edit_never_changes_a_rollout_that_is_drafted() {
        var scene = new Scene(stage, port).with(1);
        var gate = gate(scene, "\"interval\":\"PT1S\"");
        var draft = Scene.require(scene.draft(scene.request(scene.generation(), "", gated("all", "rest", gate))), 201);
        var path = "/api/v1/gates/"
                + scene.api
                        .get("/api/v1/gates?limit=200")
                        .json()
                        .get("items")
                        .valueStream()
                        .filter(it -> it.get("name").asString().equals(gate))
                        .findFirst()
                        .orElseThrow()
                        .get("id")
                        .asString();
        Scene.require(
                scene.api.with("If-Match", "*").patch(path, "{\"config\":{\"url\":\"http://127.0.0.1:1/\"}}"), 200);
        assertThat(scene.api.delete(path).status()).isEqualTo(204);
        Scene.require(scene.say(draft.get("id").asString(), "start"), 200);
        scene.playUntil(draft.get("id").asString(), "COMPLETED");
    }

    @Test
    void a_gate_that_nobody_has_defined_is_refused_by_name() {
        var scene = new Scene(stage, port).with(1);
        var answer = scene.draft(scene.request(scene.generation(), "", gated("all", "rest", "nobody")));
        assertThat(answer.status()).isEqualTo(422);
        assertThat(answer.pointer()).isEqualTo("/waves/0/gates/0");
    }

    private String gate(Scene scene, String more) {
        return webhook.gate(scene.api, "", more).name();
    }

    private static String define(Scene scene, String fields) {
        var name = Fleet.unique("gate");
        Scene.require(scene.api.post("/api/v1/gates", "{\"name\":\"%s\",%s}".formatted(name, fields)), 201);
        return name;
    }

    private static String gated(String name, String size, String gate) {
        return Scene.wave(name, size, ",\"gates\":[\"%s\"]".formatted(gate));
    }

    private static String verdict(Scene scene, String id) {
        return scene.api
                .get("/api/v1/rollouts/" + id + "/gates")
                .json()
                .at("/items/0/verdict")
                .asString();
    }

    private static void assertSigned(LoopbackWebhook.Asked request) throws Exception {
        var mac = Mac.getInstance("HmacSHA256");
        mac.init(new SecretKeySpec(Base64.getDecoder().decode(LoopbackWebhook.KEY), "HmacSHA256"));
        var content = request.header("webhook-id") + "." + request.header("webhook-timestamp") + "." + request.body();
        var expected = Base64.getEncoder().encodeToString(mac.doFinal(content.getBytes(StandardCharsets.UTF_8)));
        assertThat(request.header("webhook-signature")).isEqualTo("v1," + expected);
        assertThat(Duration.ofSeconds(Long.parseLong(request.header("webhook-timestamp"))))
                .isPositive();
    }
}
