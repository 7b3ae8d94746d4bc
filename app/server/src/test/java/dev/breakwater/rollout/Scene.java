package dev.breakwater.rollout;

import dev.breakwater.Api;
import dev.breakwater.Api.Answer;
import dev.breakwater.host.EnrollmentRequest;
import dev.breakwater.host.Fleet;
import dev.breakwater.host.HostId;
import dev.breakwater.host.Hosts;
import dev.breakwater.host.Platform;
import java.time.Clock;
import java.time.Duration;
import java.util.ArrayList;
import java.util.Collection;
import java.util.List;
import java.util.Map;
import java.util.UUID;
import java.util.stream.Collectors;
import org.awaitility.Awaitility;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.stereotype.Component;
import org.springframework.transaction.support.TransactionTemplate;
import tools.jackson.databind.JsonNode;

/** A fleet of a test's own, a generation for it, and the rollouts that move it. Operators speak HTTP, hosts call the seams. */
final class Scene {
    /** What a scene is made of. */
    @Component
    record Stage(Hosts hosts, Offers offers, TransactionTemplate transactions, JdbcClient jdbc, Clock clock) {}

    private static final String ROLLOUTS = "/api/v1/rollouts";

    final Stage stage;
    final Api api;
    final String run;
    final List<Player> players = new ArrayList<>();
    private int generations;

    Scene(Stage stage, int port) {
        this(stage, port, Fleet.unique("run"));
    }

    private Scene(Stage stage, int port, String run) {
        this.stage = stage;
        this.api = Api.admin(port);
        this.run = run;
    }

    /** The same fleet before another server. */
    Scene on(Stage other, int port) {
        var moved = new Scene(other, port, run);
        players.forEach(player -> moved.players.add(player.on(other)));
        return moved;
    }

    /** Hosts that run their base and have said twice that they are well. */
    Scene with(int hosts) {
        return with(hosts, Map.of());
    }

    Scene with(int hosts, Map<String, String> labels) {
        var token = api.post(
                        "/api/v1/enrollment-tokens",
                        "{\"description\":\"test\",\"labels\":{\"run\":\"%s\"},\"expiresIn\":\"PT1H\",\"maxUses\":%d}"
                                .formatted(run, hosts))
                .json()
                .get("token")
                .asString();
        for (var i = 0; i < hosts; i++) {
            var name = "%s-%03d".formatted(run, players.size());
            var request = new EnrollmentRequest(token, name, Platform.NIXOS, "machine-" + name, labels, null);
            var player = new Player(stage, stage.hosts().enroll(request).hostId(), name);
            player.idle();
            player.idle();
            players.add(player);
        }
        return this;
    }

    /** A new generation with an artifact for each host. */
    String generation() {
        var number = ++generations;
        var artifacts = players.stream()
                .map(it -> "{\"host\":\"%s\",\"ref\":\"%s\"}".formatted(it.name, it.path("v" + number)))
                .collect(Collectors.joining(","));
        return generation(artifacts);
    }

    String generation(String artifacts) {
        var body =
                "{\"name\":\"%s\",\"platform\":\"nixos\",\"artifacts\":[%s]}".formatted(Fleet.unique(run), artifacts);
        return require(api.post("/api/v1/generations", body), 201).get("id").asString();
    }

    /** {@code more}: further fields of the request, each followed by a comma. */
    String request(String generation, String more, String waves) {
        return """
                {"name":"%s","generationId":"%s","selector":"run=%s","minHealthy":1,%s"waves":[%s]}
                """.formatted(run, generation, run, more, waves);
    }

    static String wave(String name, String size) {
        return wave(name, size, "");
    }

    static String wave(String name, String size, String more) {
        return "{\"name\":\"%s\",\"size\":\"%s\",\"maxFailed\":\"0\",\"soak\":\"PT0S\",\"deadline\":\"PT5M\"%s}"
                .formatted(name, size, more);
    }

    Answer draft(String request) {
        return api.post(ROLLOUTS, request);
    }

    /** Drafted and started. */
    String start(String request) {
        var id = require(draft(request), 201).get("id").asString();
        require(say(id, "start"), 200);
        return id;
    }

    Answer draftAndStart(String request) {
        return say(require(draft(request), 201).get("id").asString(), "start");
    }

    Answer say(String id, String verb) {
        return api.post("%s/%s/%s".formatted(ROLLOUTS, id, verb), "{\"reason\":\"test\"}");
    }

    /** Somebody else, with that role. */
    Api as(String name, String role) {
        var token =
                require(api.post("/api/v1/api-tokens", "{\"name\":\"%s\",\"role\":\"%s\"}".formatted(name, role)), 201);
        return Api.anonymous(api.port()).bearer(token.get("token").asString());
    }

    Answer say(Api who, String id, String verb) {
        return say(who, id, verb, "");
    }

    /** {@code more}: further fields, each followed by a comma. */
    Answer say(Api who, String id, String verb, String more) {
        return who.post("%s/%s/%s".formatted(ROLLOUTS, id, verb), "{%s\"reason\":\"test\"}".formatted(more));
    }

    JsonNode get(String id) {
        return api.get(ROLLOUTS + "/" + id).json();
    }

    String phase(String id) {
        return get(id).get("phase").asString();
    }

    int count(String id, int wave, String state) {
        return get(id).get("waves").get(wave).get("counts").get(state).asInt();
    }

    /** Every host plays until the rollout is in that phase. */
    void playUntil(String id, String phase) {
        Awaitility.await()
                .atMost(Duration.ofSeconds(30))
                .pollInterval(Duration.ofMillis(50))
                .until(
                        () -> {
                            players.forEach(Player::play);
                            return phase(id);
                        },
                        phase::equals);
    }

    void await(String id, String phase) {
        Awaitility.await().atMost(Duration.ofSeconds(30)).until(() -> phase(id), phase::equals);
    }

    /** Makes every deadline and soak of the rollout that much nearer. */
    void age(String id, Duration by) {
        stage.jdbc()
                .sql("""
                update rollout_hosts set offered_at = offered_at - :by::interval, spoke_at = spoke_at - :by::interval,
                       claimed_at = claimed_at - :by::interval where rollout_id = :id
                """)
                .param("by", by.toString())
                .param("id", UUID.fromString(id))
                .update();
        stage.jdbc()
                .sql(
                        "update waves set directed_at = directed_at - :by::interval, look_at = look_at - :by::interval where rollout_id = :id")
                .param("by", by.toString())
                .param("id", UUID.fromString(id))
                .update();
        // a server that slept while other tests ran would give every deadline anew
        stage.jdbc().sql("update pulse set listening_since = '-infinity'").update();
    }

    List<Player> of(String id, int wave) {
        var ids = stage.jdbc()
                .sql("select host_id from rollout_hosts where rollout_id = :id and wave = :wave")
                .param("id", UUID.fromString(id))
                .param("wave", wave)
                .query(UUID.class)
                .list();
        return players.stream()
                .filter(player -> ids.contains(player.id.value()))
                .toList();
    }

    void away(Collection<Player> gone) {
        stage.jdbc()
                .sql("update host_status set last_seen_at = now() - interval '1 day' where host_id = any (:ids)")
                .param("ids", gone.stream().map(player -> player.id.value()).toArray(UUID[]::new))
                .update();
    }

    HostId host(int index) {
        return players.get(index).id;
    }

    static JsonNode require(Answer answer, int status) {
        if (answer.status() != status) {
            throw new AssertionError(answer.status() + " " + answer.body());
        }
        return answer.json();
    }
}
