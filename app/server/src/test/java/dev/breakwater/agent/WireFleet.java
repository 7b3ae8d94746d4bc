package dev.breakwater.agent;

import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.stream.IntStream;

/** Hosts of one test, and what an operator does with them. The name keeps its rows apart from those of other tests. */
final class WireFleet {
    final List<WireHost> hosts = new ArrayList<>();
    private final Wire wire;
    private final String name;

    private WireFleet(Wire wire, String name) {
        this.wire = wire;
        this.name = name;
    }

    static WireFleet of(Wire wire, String name, int size) {
        var fleet = new WireFleet(wire, name);
        var token = WireHost.token(wire, size);
        IntStream.range(0, size)
                .mapToObj(index -> WireHost.enrol(wire, token, "%s-%03d".formatted(name, index), Map.of("run", name)))
                .forEach(fleet.hosts::add);
        fleet.hosts.forEach(host -> host.report("IDLE", 0).expect(200));
        return fleet;
    }

    String generation(String generation) {
        var artifacts = hosts.stream()
                .map(host -> Map.of("host", host.name, "ref", WireHost.storePath(host.name, generation)))
                .toList();
        var body = Map.of(
                "name",
                name + "-" + generation,
                "platform",
                "nixos",
                "source",
                Map.of("revision", generation),
                "artifacts",
                artifacts);
        return wire.asAdmin("/api/v1/generations", body).expect(201).text("id");
    }

    String rollout(String generationId, List<Map<String, String>> waves) {
        var body = Map.of(
                "name",
                "rollout of " + name,
                "generationId",
                generationId,
                "selector",
                "run=" + name,
                "minHealthy",
                1,
                "maxUnavailable",
                "50%",
                "finalSoak",
                "PT0S",
                "waves",
                waves);
        return wire.asAdmin("/api/v1/rollouts", body).expect(201).text("id");
    }

    void start(String rolloutId) {
        wire.asAdmin("/api/v1/rollouts/%s/start".formatted(rolloutId), Map.of("reason", "test"))
                .expect(200);
    }

    String phase(String rolloutId) {
        return wire.asAdmin("/api/v1/rollouts/" + rolloutId).expect(200).text("phase");
    }

    static Map<String, String> wave(String name, String size) {
        return Map.of("name", name, "size", size, "soak", "PT2S", "maxFailed", "0", "deadline", "PT1M");
    }
}
