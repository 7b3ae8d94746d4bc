package dev.breakwater.agent;

import dev.breakwater.host.HostId;
import dev.breakwater.rollout.Desired;
import java.time.Duration;
import org.springframework.stereotype.Component;

/**
 * Tells each host when to come back. A host's share of the jitter follows from its id, so that the same state keeps the same entity
 * tag and a fleet that started at once still spreads out.
 */
@Component
class PollPace {
    private static final int SPREAD_PERCENT = 20;

    private final AgentProperties properties;

    PollPace(AgentProperties properties) {
        this.properties = properties;
    }

    long seconds(HostId host, Desired desired) {
        return desired.live() ? spread(host, properties.livePoll()) : spread(host, properties.idlePoll());
    }

    /** For a host that nobody steers yet. */
    long idleSeconds(HostId host) {
        return spread(host, properties.idlePoll());
    }

    private static long spread(HostId host, Duration about) {
        var width = about.toMillis() * SPREAD_PERCENT / 100;
        var least = about.toMillis() - width / 2;
        return Math.max(1, Math.round((least + Math.floorMod(host.value().hashCode() * 31L, width + 1)) / 1000.0));
    }
}
