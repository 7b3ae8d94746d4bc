package dev.breakwater.fleetsim;

import java.time.Duration;
import java.util.List;
import java.util.Map;
import java.util.Set;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;
import tools.jackson.databind.JsonNode;

/**
 * What the operator of the demonstration does. Every step looks first whether it was already done, so that a restarted server goes on
 * where it was.
 */
final class DemoScript {
    private static final Logger log = LoggerFactory.getLogger(DemoScript.class);
    private static final Set<String> OVER = Set.of("COMPLETED", "ROLLED_BACK", "HALTED", "CANCELLED", "SUPERSEDED");
    private static final Duration PATIENCE = Duration.ofMinutes(15);

    private final OperatorApi operator;
    private final List<Identity> fleet;
    private final String soak;

    DemoScript(OperatorApi operator, List<Identity> fleet, Duration soak) {
        this.operator = operator;
        this.fleet = fleet;
        this.soak = soak.toString();
    }

    void play() throws InterruptedException {
        var nixos = DemoFleet.names(fleet, Platform.NIXOS);
        var ostree = DemoFleet.names(fleet, Platform.OSTREE);
        operator.generation(DemoFleet.BASE, Platform.NIXOS, nixos);
        operator.generation(DemoFleet.EDGE_BASE, Platform.OSTREE, ostree);
        Await.until(PATIENCE, () -> operator.knows("fleet=demo", fleet.size()));
        log.info("Demo: {} simulated hosts are healthy and known", fleet.size());
        roll(
                "Move the fleet to " + DemoFleet.GOOD,
                operator.generation(DemoFleet.GOOD, Platform.NIXOS, nixos),
                DemoFleet.SELECTOR,
                good());
        roll(
                "Move the fleet to " + DemoFleet.BAD,
                operator.generation(DemoFleet.BAD, Platform.NIXOS, nixos),
                DemoFleet.SELECTOR,
                bad());
        roll(
                "Move the edge to " + DemoFleet.EDGE_NEXT,
                operator.generation(DemoFleet.EDGE_NEXT, Platform.OSTREE, ostree),
                DemoFleet.EDGE_SELECTOR,
                edge());
    }

    private void roll(String name, String generationId, String selector, List<Map<String, String>> waves)
            throws InterruptedException {
        var rollout =
                operator.rollout(name).orElseGet(() -> operator.create(body(name, generationId, selector, waves)));
        var id = rollout.path("id").asString();
        if (phase(rollout).equals("DRAFT")) {
            operator.start(id, "demonstration");
            log.info("Demo: started '{}'", name);
        }
        var over = Await.until(PATIENCE, () -> OVER.contains(phase(operator.rolloutById(id))));
        log.info("Demo: '{}' {}", name, over ? "ended " + phase(operator.rolloutById(id)) : "still waits for someone");
    }

    private Map<String, Object> body(
            String name, String generationId, String selector, List<Map<String, String>> waves) {
        return Map.of(
                "name",
                name,
                "generationId",
                generationId,
                "selector",
                selector,
                "waves",
                waves,
                "maxUnavailable",
                selector.equals(DemoFleet.SELECTOR) ? "15%" : "50%",
                "minHealthy",
                1,
                "finalSoak",
                soak);
    }

    private List<Map<String, String>> good() {
        return List.of(wave("canary", "2", "0"), wave("quarter", "25%", "2%"), wave("rest", "rest", "2%"));
    }

    private List<Map<String, String>> bad() {
        return List.of(
                wave("staging", "selector: env=staging", "0"), wave("half", "60%", "2%"), wave("rest", "rest", "2%"));
    }

    private List<Map<String, String>> edge() {
        return List.of(wave("canary", "1", "0"), wave("rest", "rest", "0"));
    }

    private Map<String, String> wave(String name, String size, String maxFailed) {
        return Map.of("name", name, "size", size, "soak", soak, "maxFailed", maxFailed, "deadline", "PT2M");
    }

    private static String phase(JsonNode rollout) {
        return rollout.path("phase").asString("");
    }
}
