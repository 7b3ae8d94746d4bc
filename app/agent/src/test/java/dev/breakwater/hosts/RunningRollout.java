package dev.breakwater.hosts;

import static org.awaitility.Awaitility.await;

import java.time.Duration;
import java.util.List;
import tools.jackson.databind.JsonNode;

/** A rollout, watched until it has ended. */
record RunningRollout(ControlPlane plane, String id) {
    private static final List<String> ENDS = List.of("COMPLETED", "ROLLED_BACK", "HALTED", "CANCELLED");

    /** The phase it ended in. */
    String end() {
        return await("rollout " + id)
                .atMost(Duration.ofMinutes(5))
                .pollInterval(Duration.ofMillis(500))
                .until(() -> now().path("phase").asString(), ENDS::contains);
    }

    JsonNode now() {
        return plane.get("/api/v1/rollouts/" + id);
    }

    /** The row of one host in this rollout. */
    JsonNode host(String name) {
        for (var host : plane.get("/api/v1/rollouts/" + id + "/hosts").path("items")) {
            if (host.path("name").asString().equals(name)) {
                return host;
            }
        }
        throw new AssertionError(name + " is not in rollout " + id);
    }
}
