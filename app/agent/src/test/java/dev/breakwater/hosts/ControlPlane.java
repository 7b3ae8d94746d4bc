package dev.breakwater.hosts;

import static org.awaitility.Awaitility.await;

import java.io.IOException;
import java.net.ServerSocket;
import java.net.URI;
import java.net.http.HttpClient;
import java.net.http.HttpRequest;
import java.net.http.HttpResponse;
import java.nio.file.Path;
import java.time.Duration;
import java.util.List;
import java.util.concurrent.TimeUnit;
import java.util.function.Predicate;
import tools.jackson.databind.JsonNode;
import tools.jackson.databind.json.JsonMapper;

/** The real server, from its jar, with its own embedded database; driven over its API as an operator would. */
final class ControlPlane implements AutoCloseable {
    static final Path JAR = Script.inModule("../server/target/breakwater.jar");
    private static final JsonMapper JSON = new JsonMapper();
    private static final String TOKEN = "bwt_of-the-hosts-tests";
    private static final Duration START_LIMIT = Duration.ofMinutes(3);
    private static final Duration STOP_LIMIT = Duration.ofSeconds(30);

    private final HttpClient http = HttpClient.newHttpClient();
    private final Process process;
    private final int port;

    private ControlPlane(Process process, int port) {
        this.process = process;
        this.port = port;
    }

    static ControlPlane startedIn(Path folder) throws IOException {
        require();
        var port = freePort();
        var java = Path.of(System.getProperty("java.home"), "bin", "java").toString();
        var builder = new ProcessBuilder(java, "-Xmx512m", "-jar", JAR.toString())
                .redirectErrorStream(true)
                .redirectOutput(folder.resolve("server.log").toFile());
        var environment = builder.environment();
        environment.put("SERVER_PORT", String.valueOf(port));
        environment.put("BREAKWATER_DATA_DIR", folder.resolve("data").toString());
        environment.put("BREAKWATER_ADMIN_TOKEN", TOKEN);
        environment.put("BREAKWATER_AGENT_LIVEPOLL", "PT2S");
        environment.put("BREAKWATER_AGENT_IDLEPOLL", "PT10S");
        environment.keySet().removeIf(name -> name.startsWith("SPRING_DATASOURCE"));
        var plane = new ControlPlane(builder.start(), port);
        await().atMost(START_LIMIT)
                .pollInterval(Duration.ofMillis(500))
                .failFast("the server ended; see " + folder.resolve("server.log"), () -> !plane.process.isAlive())
                .until(plane::isUp);
        return plane;
    }

    static void require() {
        Tools.requireFile(JAR, "run `mvn -pl app/server -am package`");
    }

    private static int freePort() throws IOException {
        try (var socket = new ServerSocket(0)) {
            return socket.getLocalPort();
        }
    }

    private boolean isUp() {
        try {
            var request = HttpRequest.newBuilder(URI.create(url() + "/actuator/health"))
                    .build();
            return http.send(request, HttpResponse.BodyHandlers.discarding()).statusCode() == 200;
        } catch (IOException | InterruptedException notYet) {
            return false;
        }
    }

    int port() {
        return port;
    }

    String url() {
        return "http://127.0.0.1:" + port;
    }

    static String token() {
        return TOKEN;
    }

    JsonNode get(String path) {
        return call(HttpRequest.newBuilder().GET(), path);
    }

    JsonNode post(String path, String body) {
        return call(HttpRequest.newBuilder().POST(HttpRequest.BodyPublishers.ofString(body)), path);
    }

    private JsonNode call(HttpRequest.Builder request, String path) {
        request.uri(URI.create(url() + path))
                .header("Authorization", "Bearer " + TOKEN)
                .header("Content-Type", "application/json");
        try {
            var answer = http.send(request.build(), HttpResponse.BodyHandlers.ofString());
            if (answer.statusCode() >= 300) {
                throw new AssertionError(path + " answered " + answer.statusCode() + " " + answer.body());
            }
            return JSON.readTree(answer.body());
        } catch (IOException | InterruptedException failed) {
            throw new AssertionError(path, failed);
        }
    }

    String enrollmentToken(String labels) {
        return post("/api/v1/enrollment-tokens", """
                {"description": "hosts", "labels": %s, "expiresIn": "PT1H", "maxUses": 100}""".formatted(labels))
                .path("token")
                .asString();
    }

    /** The host as its page shows it; missing while it has not enrolled. */
    JsonNode host(String name) {
        for (var host : get("/api/v1/hosts?q=" + name).path("items")) {
            if (host.path("name").asString().equals(name)) {
                return host;
            }
        }
        return JSON.missingNode();
    }

    String generation(String name, String platform, List<String> artifacts) {
        return post("/api/v1/generations", """
                {"name": "%s", "platform": "%s", "source": {"revision": "%s"}, "artifacts": [%s]}""".formatted(name, platform, name, String.join(",", artifacts)))
                .path("id")
                .asString();
    }

    RunningRollout roll(String generation, String selector, String waves) {
        var id = post("/api/v1/rollouts", """
                {"name": "roll %s", "generationId": "%s", "selector": "%s", "minHealthy": 2, "finalSoak": "PT0S", "waves": [%s]}""".formatted(generation, generation, selector, waves))
                .path("id")
                .asString();
        post("/api/v1/rollouts/" + id + "/start", "{\"reason\": \"test\"}");
        return new RunningRollout(this, id);
    }

    void awaitHost(String name, Predicate<JsonNode> condition) {
        await(name)
                .atMost(Duration.ofMinutes(3))
                .pollInterval(Duration.ofMillis(500))
                .until(() -> host(name), condition);
    }

    @Override
    public void close() {
        process.destroy();
        process.onExit()
                .completeOnTimeout(process, STOP_LIMIT.toSeconds(), TimeUnit.SECONDS)
                .join()
                .destroyForcibly();
    }
}
