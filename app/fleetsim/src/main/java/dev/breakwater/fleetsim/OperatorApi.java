package dev.breakwater.fleetsim;

import java.net.URLEncoder;
import java.nio.charset.StandardCharsets;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.stream.Collectors;
import tools.jackson.databind.JsonNode;

/** The calls of an operator that a simulated fleet needs to be put to work. */
final class OperatorApi {
    private final Http http;
    private final String token;

    OperatorApi(Http http, String token) {
        this.http = http;
        this.token = token;
    }

    String enrollmentToken(String description, int uses) {
        var body = Map.of("description", description, "labels", Map.of(), "expiresIn", "PT1H", "maxUses", uses);
        return post("/api/v1/enrollment-tokens", body).path("token").asString();
    }

    /** Registers a generation with the refs that simulated hosts know it by, unless there is one of that name; returns its id. */
    String generation(String name, Platform platform, List<String> hosts) {
        return named("/api/v1/generations", name)
                .orElseGet(() -> register(name, platform, hosts))
                .path("id")
                .asString();
    }

    Optional<JsonNode> rollout(String name) {
        return named("/api/v1/rollouts", name);
    }

    JsonNode rolloutById(String id) {
        return get("/api/v1/rollouts/" + id);
    }

    JsonNode create(Map<String, ?> rollout) {
        return post("/api/v1/rollouts", rollout);
    }

    void start(String rolloutId, String reason) {
        post("/api/v1/rollouts/%s/start".formatted(rolloutId), Map.of("reason", reason));
    }

    /** How many hosts of a selector the server would plan with, of at most a thousand. */
    boolean knows(String selector, int hosts) {
        var page = get("/api/v1/hosts?limit=1000&selector=" + URLEncoder.encode(selector, StandardCharsets.UTF_8));
        var ready = page.path("items")
                .valueStream()
                .filter(host -> host.path("lastGood").isObject())
                .count();
        return ready >= hosts;
    }

    private JsonNode register(String name, Platform platform, List<String> hosts) {
        return post(
                "/api/v1/generations",
                Map.of(
                        "name",
                        name,
                        "platform",
                        platform.word(),
                        "source",
                        Map.of("revision", name),
                        "artifacts",
                        artifacts(name, platform, hosts)));
    }

    private static List<Map<String, String>> artifacts(String name, Platform platform, List<String> hosts) {
        return platform == Platform.NIXOS
                ? hosts.stream()
                        .map(host -> Map.of("host", host, "ref", platform.ref(host, name)))
                        .collect(Collectors.toList())
                : List.of(Map.of("ref", platform.ref("", name)));
    }

    private Optional<JsonNode> named(String collection, String name) {
        return get(collection + "?limit=1000")
                .path("items")
                .valueStream()
                .filter(item -> item.path("name").asString("").equals(name))
                .findFirst();
    }

    private JsonNode get(String path) {
        return http.get(path, token).orThrow("GET " + path).body();
    }

    private JsonNode post(String path, Object body) {
        return http.post(path, token, body).orThrow("POST " + path).body();
    }
}
