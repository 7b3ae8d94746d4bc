package dev.breakwater.agent;

import static java.nio.charset.StandardCharsets.UTF_8;

import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.UUID;
import tools.jackson.databind.JsonNode;

/** A host in ten lines, after the contract alone: enrols, polls, claims, switches, reports. */
final class WireHost {
    final String name;
    final String id;
    final String credential;
    private final Wire wire;
    String ref;
    String checkStatus = "PASS";

    private WireHost(Wire wire, String name, String ref, JsonNode welcome) {
        this.wire = wire;
        this.name = name;
        this.ref = ref;
        this.id = welcome.path("hostId").asString();
        this.credential = welcome.path("credential").asString();
    }

    static WireHost enrol(Wire wire, String token, String name, Map<String, String> labels) {
        var ref = storePath(name, "base");
        var welcome = wire.post("/agent/v1/enroll", null, enrolment(token, name, labels, ref))
                .expect(201);
        return new WireHost(wire, name, ref, welcome.body());
    }

    static Map<String, Object> enrolment(String token, String name, Map<String, String> labels, String ref) {
        return Map.of(
                "enrollmentToken",
                token,
                "name",
                name,
                "platform",
                "nixos",
                "machineId",
                "machine-of-" + name,
                "labels",
                labels,
                "current",
                Map.of("ref", ref));
    }

    static String token(Wire wire, int uses) {
        var body = Map.of("description", "test", "labels", Map.of(), "expiresIn", "PT1H", "maxUses", uses);
        return wire.asAdmin("/api/v1/enrollment-tokens", body).expect(201).text("token");
    }

    static String storePath(String name, String generation) {
        var hash = UUID.nameUUIDFromBytes((name + '/' + generation).getBytes(UTF_8))
                .toString()
                .replace("-", "")
                .replace('e', 'z');
        return "/nix/store/" + hash + "-nixos-system-" + name + "-" + generation;
    }

    Wire.Answer desired(String... headers) {
        return wire.get("/agent/v1/desired", credential, headers);
    }

    /** A report that also says the newest epoch this host has acted under. */
    Wire.Answer reportHavingActedUnder(long epoch) {
        var body = Map.of("phase", "IDLE", "current", Map.of("ref", ref), "bootComplete", true);
        return wire.post("/agent/v1/reports", credential, body, "Breakwater-Epoch", String.valueOf(epoch));
    }

    Wire.Answer claim(long epoch) {
        return wire.post("/agent/v1/claims", credential, Map.of("epoch", epoch));
    }

    Wire.Answer report(String phase, long epoch) {
        return report(Map.of("phase", phase, "epoch", epoch));
    }

    /** A whole report, with what the test says differently. */
    Wire.Answer report(Map<String, ?> fields) {
        var running = Map.of("ref", ref);
        var body = new HashMap<String, Object>(Map.of(
                "phase",
                "IDLE",
                "current",
                running,
                "booted",
                running,
                "default",
                running,
                "bootId",
                "boot-of-" + name,
                "bootComplete",
                true));
        body.put("checks", List.of(Map.of("name", "systemd", "status", checkStatus, "message", "")));
        body.putAll(fields);
        return wire.post("/agent/v1/reports", credential, body);
    }

    /** One round of an agent that is well; refuses nothing and lies about nothing. */
    void poll() {
        var desired = desired().expect(200);
        var epoch = desired.body().path("epoch").asLong();
        if (desired.text("action").equals("NONE")) {
            report("IDLE", epoch).expect(200);
            return;
        }
        if (!desired.text("ref").equals(ref)) {
            if (claim(epoch).status() != 200) {
                return;
            }
            ref = desired.text("ref");
        }
        report("ACTIVE", epoch).expect(200);
    }
}
