package dev.breakwater.fleetsim;

import java.time.Duration;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import org.jspecify.annotations.Nullable;

/** The agent API over HTTP. */
final class HttpAgentApi implements AgentApi {
    private static final int NOT_MODIFIED = 304;

    private final Http http;

    HttpAgentApi(Http http) {
        this.http = http;
    }

    @Override
    public Enrolled enroll(String enrollmentToken, Identity identity, Machine machine) {
        var body = Map.of(
                "enrollmentToken", enrollmentToken,
                "name", identity.name(),
                "platform", identity.platform().word(),
                "machineId", identity.machineId(),
                "labels", identity.labels(),
                "current", ref(machine.current()));
        var answer = http.post("/agent/v1/enroll", null, body).orThrow("enrol " + identity.name());
        var hostId = answer.body().path("hostId").asString();
        return new Enrolled(identity, hostId, answer.body().path("credential").asString(), machine);
    }

    @Override
    public Optional<Polled> desired(String credential, @Nullable String etag, Duration wait) {
        var headers = new HashMap<String, String>();
        if (etag != null) {
            headers.put("If-None-Match", etag);
        }
        if (wait.isPositive()) {
            headers.put("Prefer", "wait=" + wait.toSeconds());
        }
        var answer = http.get("/agent/v1/desired", credential, headers, wait);
        if (answer.status() == NOT_MODIFIED) {
            return Optional.empty();
        }
        answer.orThrow("poll");
        return Optional.of(new Polled(Desired.read(answer.body()), answer.etag()));
    }

    @Override
    public Answer claim(String credential, long epoch) {
        return http.post("/agent/v1/claims", credential, Map.of("epoch", epoch));
    }

    @Override
    public Duration report(String credential, Report report) {
        var answer = http.post("/agent/v1/reports", credential, body(report)).orThrow("report");
        return Duration.ofSeconds(answer.body().path("pollSeconds").asLong(60));
    }

    private static Map<String, Object> body(Report report) {
        var body = new HashMap<String, Object>();
        body.put("epoch", report.epoch());
        body.put("phase", report.phase());
        body.put("current", ref(report.machine().current()));
        body.put("booted", ref(report.machine().booted()));
        body.put("default", ref(report.machine().next()));
        body.put("bootId", report.machine().bootId());
        body.put("bootComplete", true);
        body.put(
                "checks",
                List.of(Map.of(
                        "name", "systemd", "status", report.well() ? "PASS" : "FAIL", "message", report.message())));
        body.put(
                "drift",
                report.drift().stream()
                        .map(kind -> Map.of("kind", kind, "detail", "simulated"))
                        .toList());
        body.put("message", report.message());
        body.put("agentVersion", "fleetsim");
        return body;
    }

    private static Map<String, String> ref(String ref) {
        return Map.of("ref", ref);
    }
}
