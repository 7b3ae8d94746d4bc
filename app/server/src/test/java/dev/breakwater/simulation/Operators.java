package dev.breakwater.simulation;

import dev.breakwater.Api;
import dev.breakwater.Api.Answer;
import dev.breakwater.host.Fleet;
import java.util.List;
import java.util.SplittableRandom;
import java.util.stream.Collectors;
import tools.jackson.databind.JsonNode;

/** The people of one simulation: they enrol hosts, start a rollout, and do what it waits for; some of them meddle. */
final class Operators {
    private static final String ROLLOUTS = "/api/v1/rollouts";

    private final String run;
    private final SplittableRandom chance;
    private int patience = 2;
    private String approver = "";

    Operators(String run, SplittableRandom chance) {
        this.run = run;
        this.chance = chance;
    }

    String token(Api server) {
        var body = """
                {"description":"simulation","labels":{"run":"%s"},"expiresIn":"P30D","maxUses":1000}""".formatted(run);
        return ok(server.post("/api/v1/enrollment-tokens", body), 201)
                .path("token")
                .asString();
    }

    void enrol(Api server, String token, SimulatedHost host) {
        var answer = server.post("/agent/v1/enroll", """
                {"enrollmentToken":"%s","name":"%s","platform":"nixos","machineId":"%s","labels":{},"current":{"ref":"%s"}}
                """.formatted(token, host.name, host.machineId(), host.ref));
        if (answer.status() == 201) {
            host.id = answer.json().path("hostId").asString();
            host.credential = answer.json().path("credential").asString();
        }
    }

    String start(Api server, List<SimulatedHost> hosts, String policy) {
        var artifacts = hosts.stream()
                .map(host ->
                        "{\"host\":\"%s\",\"ref\":\"%s\"}".formatted(host.name, Fleet.storePath(host.name + "-new")))
                .collect(Collectors.joining(","));
        var generation = ok(server.post("/api/v1/generations", """
                {"name":"%s","platform":"nixos","artifacts":[%s]}""".formatted(run, artifacts)), 201);
        var id = generation.path("id").asString();
        var rollout = ok(server.post(ROLLOUTS, """
                {"name":"%s","generationId":"%s","selector":"run=%s",%s}""".formatted(run, id, run, policy)), 201);
        var name = rollout.path("id").asString();
        ok(say(server, name, "start"), 200);
        return name;
    }

    Answer say(Api server, String rollout, String verb) {
        return server.post("%s/%s/%s".formatted(ROLLOUTS, rollout, verb), "{\"reason\":\"simulated\"}");
    }

    JsonNode look(Api server, String rollout) {
        return server.get(ROLLOUTS + "/" + rollout).json();
    }

    void stop(Api server, boolean stopped) {
        server.put("/api/v1/stop", "{\"stopped\":%s,\"reason\":\"simulated\"}".formatted(stopped));
    }

    /** What the rollout waits for a person to say; now and then something it did not wait for. */
    void attend(Api server, String rollout) {
        var view = look(server, rollout);
        switch (view.path("phase").asString("")) {
            case "AWAITING_APPROVAL" -> say(approver(server), rollout, chance.nextInt(8) == 0 ? "reject" : "approve");
            case "PAUSED" -> say(server, rollout, "resume");
            case "HALTED" -> afterHalt(server, rollout, view);
            case "ROLLING" -> say(server, rollout, rolling(view));
            case "SOAKING", "ROLLING_BACK" -> say(server, rollout, meddling());
            default -> {}
        }
    }

    /** Somebody else than who drafted it. */
    private Api approver(Api server) {
        if (approver.isEmpty()) {
            var answer = server.post(
                    "/api/v1/api-tokens", "{\"name\":\"approver-%s\",\"role\":\"APPROVER\"}".formatted(run));
            approver = answer.status() == 201 ? answer.json().path("token").asString() : "";
        }
        return Api.anonymous(server.port()).bearer(approver);
    }

    /** A host that stays down may use up all the room there is; nobody here repairs it. */
    private String rolling(JsonNode view) {
        if (view.path("waitingFor").asString("").contains("to repair what is down")) {
            return "rollback";
        }
        return chance.nextInt(3) == 0 ? "promote" : meddling();
    }

    private String meddling() {
        return switch (chance.nextInt(48)) {
            case 0 -> "halt";
            case 1 -> "rollback";
            case 2, 3 -> "pause";
            default -> "resume";
        };
    }

    private void afterHalt(Api server, String rollout, JsonNode view) {
        if (patience-- <= 0) {
            say(server, rollout, chance.nextBoolean() ? "supersede" : "cancel");
            return;
        }
        server.post(
                "/api/v1/generations/%s/release"
                        .formatted(view.path("generationId").asString()),
                "{\"reason\":\"simulated\"}");
        say(server, rollout, chance.nextInt(3) == 0 ? "rollback" : "retry");
    }

    private static JsonNode ok(Answer answer, int status) {
        Truth.require(answer.status() == status, answer.status() + " " + answer.body());
        return answer.json();
    }
}
