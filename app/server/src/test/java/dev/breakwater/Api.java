package dev.breakwater;

import static java.nio.charset.StandardCharsets.UTF_8;

import java.io.IOException;
import java.io.UncheckedIOException;
import java.net.URI;
import java.net.http.HttpClient;
import java.net.http.HttpRequest;
import java.net.http.HttpRequest.BodyPublishers;
import java.net.http.HttpResponse;
import java.net.http.HttpResponse.BodyHandlers;
import java.time.Duration;
import java.util.ArrayList;
import java.util.Base64;
import java.util.List;
import tools.jackson.databind.JsonNode;
import tools.jackson.databind.json.JsonMapper;

/** The server, called over HTTP with one set of headers. */
public record Api(int port, List<String> headers) {
    private static final HttpClient CLIENT = HttpClient.newHttpClient();
    private static final JsonMapper JSON = JsonMapper.shared();

    public static Api anonymous(int port) {
        return new Api(port, List.of());
    }

    public static Api admin(int port) {
        return anonymous(port).bearer(BreakwaterIT.ADMIN_TOKEN);
    }

    public Api bearer(String token) {
        return with("Authorization", "Bearer " + token);
    }

    public Api basic(String name, String password) {
        var pair = Base64.getEncoder().encodeToString((name + ":" + password).getBytes(UTF_8));
        return with("Authorization", "Basic " + pair);
    }

    public Api with(String name, String value) {
        var all = new ArrayList<>(headers);
        all.add(name);
        all.add(value);
        return new Api(port, all);
    }

    public Answer get(String path) {
        return send("GET", path, null);
    }

    public Answer post(String path, String body) {
        return send("POST", path, body);
    }

    public Answer put(String path, String body) {
        return send("PUT", path, body);
    }

    public Answer patch(String path, String body) {
        return send("PATCH", path, body);
    }

    public Answer delete(String path) {
        return send("DELETE", path, null);
    }

    public Answer send(String method, String path, String body) {
        var request =
                request(path).method(method, body == null ? BodyPublishers.noBody() : BodyPublishers.ofString(body));
        if (body != null) {
            request.header("Content-Type", "application/json");
        }
        return send(request.build());
    }

    public HttpRequest.Builder request(String path) {
        var request = HttpRequest.newBuilder(URI.create("http://localhost:" + port + path))
                .timeout(Duration.ofSeconds(30));
        return headers.isEmpty() ? request : request.headers(headers.toArray(String[]::new));
    }

    public Answer send(HttpRequest request) {
        try {
            return new Answer(CLIENT.send(request, BodyHandlers.ofString()));
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        } catch (InterruptedException e) {
            throw new IllegalStateException(e);
        }
    }

    public record Answer(HttpResponse<String> http) {
        public int status() {
            return http.statusCode();
        }

        public String body() {
            return http.body();
        }

        public JsonNode json() {
            return JSON.readTree(http.body());
        }

        public String code() {
            return json().path("code").asString("");
        }

        /** The pointer of the first error. */
        public String pointer() {
            return json().at("/errors/0/pointer").asString("");
        }

        public String header(String name) {
            return http.headers().firstValue(name).orElse(null);
        }
    }
}
