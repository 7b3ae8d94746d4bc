package dev.breakwater.deploy;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.ObjectMapper;
import java.io.IOException;
import java.net.URI;
import java.net.http.HttpClient;
import java.net.http.HttpRequest;
import java.net.http.HttpResponse;
import java.time.Duration;

/** An operator with a token, over HTTP. */
record Operator(String url, String token, HttpClient http) {
    static final String TOKEN = "bwt_of-the-deployment-tests";
    private static final ObjectMapper JSON = new ObjectMapper();
    private static final Duration LIMIT = Duration.ofSeconds(15);

    static Operator at(String url) {
        return new Operator(url, TOKEN, HttpClient.newHttpClient());
    }

    JsonNode get(String path) {
        return json(HttpRequest.newBuilder().GET(), path);
    }

    JsonNode post(String path, String body) {
        return json(HttpRequest.newBuilder().POST(HttpRequest.BodyPublishers.ofString(body)), path);
    }

    String text(String path) {
        return call(HttpRequest.newBuilder().GET(), path).body();
    }

    /** 0 when nobody answers. */
    int status(String path) {
        try {
            var request = HttpRequest.newBuilder(URI.create(url + path))
                    .timeout(LIMIT)
                    .build();
            return http.send(request, HttpResponse.BodyHandlers.discarding()).statusCode();
        } catch (IOException unreachable) {
            return 0;
        } catch (InterruptedException interrupted) {
            Thread.currentThread().interrupt();
            return 0;
        }
    }

    private JsonNode json(HttpRequest.Builder request, String path) {
        var answer = call(request, path);
        if (answer.statusCode() >= 300) {
            throw new AssertionError(path + " answered " + answer.statusCode() + " " + answer.body());
        }
        try {
            return JSON.readTree(answer.body());
        } catch (IOException malformed) {
            throw new AssertionError(answer.body(), malformed);
        }
    }

    private HttpResponse<String> call(HttpRequest.Builder request, String path) {
        request.uri(URI.create(url + path))
                .timeout(LIMIT)
                .header("Authorization", "Bearer " + token)
                .header("Content-Type", "application/json");
        try {
            return http.send(request.build(), HttpResponse.BodyHandlers.ofString());
        } catch (IOException unreachable) {
            throw new AssertionError(path, unreachable);
        } catch (InterruptedException interrupted) {
            Thread.currentThread().interrupt();
            throw new AssertionError(interrupted);
        }
    }

    /** The id of a started rollout of a new generation to the hosts of this fleet: a canary, half, the rest. */
    String roll(String fleet, char digit) {
        var generation = post("/api/v1/generations", """
                {"name": "g%s", "platform": "nixos", "artifacts": [{"ref": "/nix/store/%s-nixos-system-g"}]}""".formatted(
                                digit, String.valueOf(digit).repeat(32)))
                .path("id")
                .asText();
        var rollout = post("/api/v1/rollouts", """
                {"name": "r%s", "generationId": "%s", "selector": "fleet=%s", "minHealthy": 1, "finalSoak": "PT0S",
                 "waves": [{"name": "canary", "size": "2", "soak": "PT1S", "maxFailed": "0", "deadline": "PT2M"},
                           {"name": "half", "size": "50%%", "soak": "PT5S", "maxFailed": "0", "deadline": "PT2M"},
                           {"name": "rest", "size": "rest", "soak": "PT1S", "maxFailed": "0", "deadline": "PT2M"}]}
                """.formatted(digit, generation, fleet))
                .path("id")
                .asText();
        post("/api/v1/rollouts/" + rollout + "/start", "{\"reason\": \"test\"}");
        return rollout;
    }
}
