package dev.breakwater.rollout;

import com.sun.net.httpserver.HttpExchange;
import com.sun.net.httpserver.HttpServer;
import dev.breakwater.Api;
import dev.breakwater.host.Fleet;
import java.io.IOException;
import java.net.InetAddress;
import java.net.InetSocketAddress;
import java.nio.charset.StandardCharsets;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.concurrent.CopyOnWriteArrayList;
import java.util.concurrent.Executors;
import java.util.stream.Collectors;
import tools.jackson.databind.JsonNode;
import tools.jackson.databind.json.JsonMapper;

/** A webhook that answers what a test wants, and remembers what it was asked. "hang" never answers. */
public final class LoopbackWebhook implements AutoCloseable {
    public static final String KEY = "MfKQ9r8GKYqrTwjUPD8ILPZIo2LaLaSw";

    private final HttpServer server;
    private final List<Asked> asked = new CopyOnWriteArrayList<>();
    private volatile int status = 200;
    private volatile String answer = "{\"verdict\":\"PASS\",\"reason\":\"all good\"}";

    public record Asked(Map<String, String> headers, String body) {
        public String header(String name) {
            return headers.get(name);
        }

        public JsonNode json() {
            return JsonMapper.shared().readTree(body);
        }

        /** Where to call back, without the server that would be there. */
        public String callback() {
            return json().at("/callback/url").asString("").replace("https://breakwater.example.com", "");
        }
    }

    public LoopbackWebhook() throws IOException {
        server = HttpServer.create(new InetSocketAddress(InetAddress.getLoopbackAddress(), 0), 0);
        server.setExecutor(Executors.newVirtualThreadPerTaskExecutor());
        server.createContext("/", this::handle);
        server.start();
    }

    private void handle(HttpExchange exchange) throws IOException {
        var body = new String(exchange.getRequestBody().readAllBytes(), StandardCharsets.UTF_8);
        var headers = exchange.getRequestHeaders().entrySet().stream()
                .collect(Collectors.toMap(
                        it -> it.getKey().toLowerCase(Locale.ROOT),
                        it -> it.getValue().getFirst()));
        asked.add(new Asked(headers, body));
        if (answer.equals("hang")) {
            return;
        }
        var bytes = answer.getBytes(StandardCharsets.UTF_8);
        exchange.sendResponseHeaders(status, bytes.length);
        exchange.getResponseBody().write(bytes);
        exchange.close();
    }

    public void says(String body) {
        says(200, body);
    }

    public void says(int code, String body) {
        status = code;
        answer = body;
    }

    public List<Asked> asked() {
        return asked;
    }

    /** Defines a gate that asks it. {@code more}: further fields, separated by commas. Answers its id. */
    public Gate gate(Api api, String config, String more) {
        var name = Fleet.unique("gate");
        var body = "{\"name\":\"%s\",\"type\":\"WEBHOOK\",\"config\":{\"url\":\"%s\"%s},\"secret\":\"whsec_%s\",%s}"
                .formatted(name, url(), config, KEY, more);
        return new Gate(
                Scene.require(api.post("/api/v1/gates", body), 201).get("id").asString(), name);
    }

    public record Gate(String id, String name) {}

    public String url() {
        return "http://127.0.0.1:%d/".formatted(server.getAddress().getPort());
    }

    @Override
    public void close() {
        server.stop(0);
    }
}
