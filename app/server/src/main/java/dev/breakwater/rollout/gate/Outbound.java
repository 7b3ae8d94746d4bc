package dev.breakwater.rollout.gate;

import static java.nio.charset.StandardCharsets.UTF_8;

import java.net.ConnectException;
import java.net.UnknownHostException;
import java.net.http.HttpClient;
import java.net.http.HttpClient.Redirect;
import java.net.http.HttpClient.Version;
import java.net.http.HttpRequest;
import java.net.http.HttpResponse;
import java.net.http.HttpResponse.BodyHandlers;
import java.time.Duration;
import java.util.concurrent.CompletableFuture;
import java.util.concurrent.ExecutionException;
import java.util.concurrent.TimeUnit;
import java.util.concurrent.TimeoutException;
import org.springframework.stereotype.Component;

/** Requests to whom gates ask: to allowed networks only, no redirects, and bounded in time and size as a whole. */
@Component
class Outbound {
    private static final long LARGEST_ANSWER_BYTES = 1 << 20;

    private final HttpClient client = HttpClient.newBuilder()
            .version(Version.HTTP_1_1)
            .followRedirects(Redirect.NEVER)
            .connectTimeout(Duration.ofSeconds(10))
            .build();
    private final Networks networks;

    Outbound(Networks networks) {
        this.networks = networks;
    }

    record Answer(int status, String body) {}

    Answer send(HttpRequest request, Duration timeout) {
        try {
            networks.require(request.uri());
        } catch (UnknownHostException _) {
            throw new Unreachable("there is no host " + request.uri().getHost());
        }
        var exchange =
                client.sendAsync(request, BodyHandlers.limiting(BodyHandlers.ofByteArray(), LARGEST_ANSWER_BYTES));
        var response = await(exchange, timeout);
        return new Answer(response.statusCode(), new String(response.body(), UTF_8));
    }

    private static HttpResponse<byte[]> await(CompletableFuture<HttpResponse<byte[]>> exchange, Duration timeout) {
        try {
            return exchange.get(timeout.toMillis(), TimeUnit.MILLISECONDS);
        } catch (TimeoutException _) {
            exchange.cancel(true);
            throw new Unreachable("no answer within " + timeout);
        } catch (ExecutionException failed) {
            var cause = failed.getCause() == null ? failed : failed.getCause();
            throw new Unreachable(words(cause));
        } catch (InterruptedException _) {
            exchange.cancel(true);
            Thread.currentThread().interrupt();
            throw new Unreachable("the server is stopping");
        }
    }

    private static String words(Throwable cause) {
        if (cause instanceof ConnectException) {
            return "it does not accept connections";
        }
        return cause.getMessage() == null ? cause.getClass().getSimpleName() : cause.getMessage();
    }
}
