package dev.breakwater.rollout;

import dev.breakwater.rollout.store.LookStore;
import dev.breakwater.rollout.store.LookStore.Due;
import java.time.Instant;
import org.springframework.stereotype.Component;
import org.springframework.transaction.annotation.Transactional;

/**
 * Writes down what time alone has made of hosts. In a transaction of its own, before the decision that counts it: so a decision never
 * holds rows of hosts that a report waits for.
 */
@Component
class Silencing {
    /** A batch holds locks that reports wait for. */
    static final int BATCH = 1000;

    private final LookStore hosts;
    private final RolloutLog log;

    Silencing(LookStore hosts, RolloutLog log) {
        this.hosts = hosts;
        this.log = log;
    }

    /** How many it wrote down, at most a batch of either kind. */
    @Transactional
    public int silence(Due wave, Instant now) {
        var silent = hosts.silence(wave, BATCH, now);
        for (var host : silent) {
            var message = "%s is silent in wave %s: %s.".formatted(host.name(), host.wave(), host.reason());
            log.host(
                    wave.rollout(), host.hostId(), RolloutLog.byEngine(now, "host.silent", host.wave(), message), true);
        }
        return silent.size() + hosts.owe(wave, BATCH, now);
    }
}
