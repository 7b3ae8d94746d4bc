package dev.breakwater.rollout.engine.plan;

import java.util.List;

/** A wave with every host placed. Hosts are made as they are looked at, since there may be a million. */
public record PlannedWave(String name, List<PlannedHost> hosts) {

    public PlannedWave {
        hosts = hosts instanceof Moves ? hosts : List.copyOf(hosts);
    }
}
