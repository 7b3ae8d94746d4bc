package dev.breakwater.rollout;

import static org.assertj.core.api.Assertions.assertThat;

import com.sun.net.httpserver.HttpServer;
import dev.breakwater.BreakwaterIT;
import dev.breakwater.host.Fleet;
import dev.breakwater.rollout.Scene.Stage;
import java.io.IOException;
import java.net.InetAddress;
import java.net.InetSocketAddress;
import java.nio.charset.StandardCharsets;
import java.time.Duration;
import java.util.Base64;
import java.util.List;
import java.util.Map;
import java.util.concurrent.CopyOnWriteArrayList;
import java.util.concurrent.Executors;
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
    private static final String KEY = "MfKQ9r8GKYqrTwjUPD8ILPZIo2LaLaSw";

    @LocalServerPort
    private int port;

    @Autowired
    private Stage stage;

    private HttpServer webhook;
    private volatile String answer = "{\"verdict\":\"PASS\",\"reason\":\"all good\"}";
    private final List<Map<String, String>> asked = new CopyOnWriteArrayList<>();

    @BeforeEach
    void start_a_webhook() throws IOException {
        webhook = HttpServer.create(new InetSocketAddress(InetAddress.getLoopbackAddress(), 0), 0);
        webhook.setExecutor(Executors.newVirtualThreadPerTaskExecutor());
        webhook.createContext("/", exchange -> {
            var body = new String(exchange.getRequestBody().readAllBytes(), StandardCharsets.UTF_8);
            var headers = exchange.getRequestHeaders();
            asked.add(Map.of(
                    "id", headers.getFirst("webhook-id"),
                    "timestamp", headers.getFirst("webhook-timestamp"),
                    "signature", headers.getFirst("webhook-signature"),
                    "body", body));
            if (answer.equals("hang")) {
                return;
            }
            var bytes = answer.getBytes(StandardCharsets.UTF_8);
            exchange.sendResponseHeaders(200, bytes.length);
            exchange.getResponseBody().write(bytes);
            exchange.close();
        });
        webhook.start();
    }

    @AfterEach
    void stop_the_webhook() {
        webhook.stop(0);
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
        assertSigned(asked.getFirst());
        assertThat(asked.getFirst().get("body"))
                .contains(id, "canary", asked.getFirst().get("id"));
    }

    @Test
    void a_gate_that_fails_takes_the_wave_back() {
        answer = "{\"verdict\":\"FAIL\",\"reason\":\"checkout is down\",\"url\":\"https://status.example.com/1\"}";
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
        answer = "{\"verdict\":\"FAIL\",\"reason\":\"would have failed\"}";
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
        answer = "<html>Welcome to nginx</html>";
        var scene = new Scene(stage, port).with(1);
        var gate = gate(scene, "\"interval\":\"PT1S\",\"consecutiveErrors\":2");
        var id = scene.start(scene.request(scene.generation(), "", gated("all", "rest", gate)));
        scene.playUntil(id, "PAUSED");
        assertThat(scene.get(id).get("waitingFor").asString())
                .contains("a person to resume it", "is ERROR", "2 times in a row");

        answer = "{\"verdict\":\"PASS\"}";
        Awaitility.await()
                .until(() -> scene.get(id).get("waitingFor").asString(), it -> it.endsWith("all its gates pass again"));
        Scene.require(scene.say(id, "resume"), 200);
        scene.playUntil(id, "COMPLETED");
    }

    @Test
    void one_that_hangs_is_an_error_after_its_timeout_and_holds_up_no_other_rollout() {
        answer = "hang";
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
        answer = "{\"verdict\":\"INCONCLUSIVE\",\"reason\":\"too early\"}";
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
        var url = "http://127.0.0.1:%d/".formatted(webhook.getAddress().getPort());
        return define(
                scene,
                "\"type\":\"WEBHOOK\",\"config\":{\"url\":\"%s\"},\"secret\":\"whsec_%s\",%s"
                        .formatted(url, KEY, more));
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

    private static void assertSigned(Map<String, String> request) throws Exception {
        var mac = Mac.getInstance("HmacSHA256");
        mac.init(new SecretKeySpec(Base64.getDecoder().decode(KEY), "HmacSHA256"));
        var content = request.get("id") + "." + request.get("timestamp") + "." + request.get("body");
        var expected = Base64.getEncoder().encodeToString(mac.doFinal(content.getBytes(StandardCharsets.UTF_8)));
        assertThat(request.get("signature")).isEqualTo("v1," + expected);
        assertThat(Duration.ofSeconds(Long.parseLong(request.get("timestamp")))).isPositive();
    }
}
