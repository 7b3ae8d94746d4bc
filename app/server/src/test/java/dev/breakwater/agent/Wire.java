package dev.breakwater.agent;

import static org.assertj.core.api.Assertions.assertThat;

import dev.breakwater.BreakwaterIT;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.net.URI;
import java.net.http.HttpClient;
import java.net.http.HttpRequest;
import java.net.http.HttpRequest.BodyPublishers;
import java.net.http.HttpResponse.BodyHandlers;
import java.time.Duration;
import java.util.Map;
import java.util.TreeMap;
import tools.jackson.databind.JsonNode;
import tools.jackson.databind.json.JsonMapper;
import tools.jackson.databind.node.MissingNode;

/** JSON over HTTP, as a host or an operator would send it. Nothing here knows the server's classes. */
final class Wire {
    private static final JsonMapper JSON = JsonMapper.builder().build();
    private static final HttpClient CLIENT = HttpClient.newBuilder()
            .version(HttpClient.Version.HTTP_1_1)
            .connectTimeout(Duration.ofSeconds(5))
            .build();

    private final int port;

    Wire(int port) {
        this.port = port;
    }

    /** What came back. */
    record Answer(int status, JsonNode body, Map<String, String> headers) {
        String text(String field) {
            return body.path(field).asString();
        }

        String etag() {
            return headers.get("etag");
        }

        Answer expect(int expected) {
            assertThat(status).as("%s", body).isEqualTo(expected);
            return this;
        }

        Answer expectProblem(int expected, String code) {
            expect(expected);
            assertThat(headers.get("content-type")).startsWith("application/problem+json");
            assertThat(text("code")).isEqualTo(code);
            return this;
        }

        String firstPointer() {
            return body.path("errors").path(0).path("pointer").asString();
        }
    }

    Answer get(String path, String token, String... headers) {
        return send(request(path, token, headers).GET());
    }

    Answer post(String path, String token, Object body, String... headers) {
        var text = body instanceof String given ? given : JSON.writeValueAsString(body);
        return send(request(path, token, headers).POST(BodyPublishers.ofString(text)));
    }

    Answer delete(String path, String token) {
        return send(request(path, token).DELETE());
    }

    Answer asAdmin(String path, Object body) {
        return post(path, BreakwaterIT.ADMIN_TOKEN, body);
    }

    Answer asAdmin(String path) {
        return get(path, BreakwaterIT.ADMIN_TOKEN);
    }

    private HttpRequest.Builder request(String path, String token, String... headers) {
        var request = HttpRequest.newBuilder(URI.create("http://localhost:%d%s".formatted(port, path)))
                .timeout(Duration.ofSeconds(90))
                .header("Content-Type", "application/json");
        if (token != null) {
            request.header("Authorization", "Bearer " + token);
        }
        for (var index = 0; index < headers.length; index += 2) {
            request.setHeader(headers[index], headers[index + 1]);
        }
        return request;
    }

    private static Answer send(HttpRequest.Builder request) {
        try {
            var response = CLIENT.send(request.build(), BodyHandlers.ofString());
            var body = response.body().isEmpty() ? MissingNode.getInstance() : JSON.readTree(response.body());
            var headers = new TreeMap<String, String>(String.CASE_INSENSITIVE_ORDER);
            response.headers().map().forEach((name, values) -> headers.put(name, values.getFirst()));
            return new Answer(response.statusCode(), body, headers);
        } catch (IOException failed) {
            throw new UncheckedIOException(failed);
        } catch (InterruptedException stopped) {
            Thread.currentThread().interrupt();
            throw new IllegalStateException(stopped);
        }
    }
}
