package dev.breakwater.fleetsim;

import java.io.IOException;
import java.net.http.HttpClient;
import java.net.http.HttpRequest;
import java.net.http.HttpRequest.BodyPublishers;
import java.net.http.HttpResponse;
import java.net.http.HttpResponse.BodyHandlers;
import java.time.Duration;
import java.util.Map;
import java.util.Optional;
import org.jspecify.annotations.Nullable;
import tools.jackson.databind.json.JsonMapper;
import tools.jackson.databind.node.MissingNode;

/** JSON over HTTP to one control plane. Threads may share it. */
final class Http implements AutoCloseable {
    private static final JsonMapper JSON = JsonMapper.builder().build();
    private static final int UNAVAILABLE = 503;
    private static final Duration PATIENCE = Duration.ofSeconds(15);

    private final Servers servers;
    private final HttpClient client;

    Http(Servers servers) {
        this.servers = servers;
        this.client = HttpClient.newBuilder()
                .version(HttpClient.Version.HTTP_1_1)
                .connectTimeout(Duration.ofSeconds(5))
                .build();
    }

    Answer get(String path, String credential) {
        return send(request(path, credential, Duration.ZERO).GET().build());
    }

    Answer get(String path, String credential, Map<String, String> headers, Duration longerBy) {
        var request = request(path, credential, longerBy);
        headers.forEach(request::setHeader);
        return send(request.GET().build());
    }

    Answer post(String path, @Nullable String credential, Object body) {
        return send(request(path, credential, Duration.ZERO)
                .POST(BodyPublishers.ofString(JSON.writeValueAsString(body)))
                .build());
    }

    @Override
    public void close() {
        client.shutdownNow();
    }

    private HttpRequest.Builder request(String path, @Nullable String credential, Duration longerBy) {
        var request = HttpRequest.newBuilder(servers.next().resolve(path))
                .timeout(PATIENCE.plus(longerBy))
                .header("Content-Type", "application/json");
        return credential == null ? request : request.header("Authorization", "Bearer " + credential);
    }

    private Answer send(HttpRequest request) {
        try {
            var answer = read(client.send(request, BodyHandlers.ofString()));
            if (answer.status() == UNAVAILABLE) {
                servers.broke(request.uri());
            }
            return answer;
        } catch (IOException broken) {
            servers.broke(request.uri());
            throw new Unreachable(request.uri(), broken);
        } catch (InterruptedException stopped) {
            Thread.currentThread().interrupt();
            throw new Unreachable(request.uri(), stopped);
        }
    }

    private static Answer read(HttpResponse<String> response) {
        var json = response.headers().firstValue("Content-Type").orElse("").contains("json");
        var body = json && !response.body().isEmpty() ? JSON.readTree(response.body()) : MissingNode.getInstance();
        var headers = response.headers();
        return new Answer(
                response.statusCode(),
                body,
                headers.firstValue("ETag").orElse(null),
                seconds(headers.firstValue("Retry-After")));
    }

    private static Optional<Duration> seconds(Optional<String> header) {
        return header.filter(text -> text.matches("\\d{1,6}")).map(text -> Duration.ofSeconds(Long.parseLong(text)));
    }
}
