package dev.breakwater.rollout;

import static java.time.temporal.ChronoUnit.MICROS;

import dev.breakwater.rollout.store.CommandStore;
import java.time.Clock;
import java.util.UUID;
import org.springframework.stereotype.Component;
import org.springframework.transaction.annotation.Transactional;

/**
 * Writes down what time alone has made of hosts. In a transaction of its own, before the decision that counts it: so a decision never
 * holds rows of hosts that a report waits for. The rollout's own row is locked first, as everywhere.
 */
@Component
class Silencing {
    private final CommandStore hosts;
    private final RolloutLog log;
    private final Clock clock;

    Silencing(CommandStore hosts, RolloutLog log, Clock clock) {
        this.hosts = hosts;
        this.log = log;
        this.clock = clock;
    }

    @Transactional
    public void sweep(UUID rollout) {
        var now = clock.instant().truncatedTo(MICROS);
        hosts.deferHeld(rollout, now);
        for (var host : hosts.silence(rollout, now)) {
            var message = "%s is silent in wave %s: %s.".formatted(host.name(), host.wave(), host.reason());
            log.host(rollout, host.hostId(), RolloutLog.byEngine(now, "host.silent", host.wave(), message), true);
        }
    }
}
