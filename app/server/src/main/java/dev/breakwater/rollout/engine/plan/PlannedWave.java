package dev.breakwater.rollout.engine.plan;

import java.util.List;

/** A wave with every host placed. */
public record PlannedWave(String name, List<PlannedHost> hosts) {

    public PlannedWave {
        hosts = List.copyOf(hosts);
    }
}
