package dev.breakwater.rollout;

import dev.breakwater.host.HostProperties;
import dev.breakwater.rollout.engine.Directive;
import dev.breakwater.rollout.store.CommandStore;
import dev.breakwater.rollout.store.RolloutRow;
import dev.breakwater.rollout.store.WaveStore;
import java.time.Instant;
import java.util.UUID;
import org.springframework.stereotype.Component;

/** Steers waves and their hosts. */
@Component
class Directing {
    private final WaveStore waves;
    private final CommandStore hosts;
    private final Sweeping sweeping;
    private final ChangeFeed changes;
    private final HostProperties properties;

    Directing(WaveStore waves, CommandStore hosts, Sweeping sweeping, ChangeFeed changes, HostProperties properties) {
        this.waves = waves;
        this.hosts = hosts;
        this.sweeping = sweeping;
        this.changes = changes;
        this.properties = properties;
    }

    void direct(RolloutRow row, int wave, Directive directive, Instant now) {
        switch (directive) {
            case OFFER -> sweeping.defer(row.id(), wave, now.minus(properties.offlineAfter()), now);
            case ROLLBACK -> {
                hosts.rejoin(row.id(), wave);
                hosts.forgive(row.id(), wave);
            }
            case WAIT, DONE -> {}
        }
        waves.direct(row.id(), wave, directive, now);
        changes.announceAfterCommit(row.id());
    }

    void retry(RolloutRow row, int wave, Instant now) {
        hosts.retry(row.id(), wave, now);
    }

    void askGates(RolloutRow row, int wave, Instant now) {
        waves.askGates(row.id(), wave, now);
    }

    void skip(RolloutRow row, UUID host, Instant now) {
        hosts.skip(row.id(), host, now);
        changes.announceAfterCommit(row.id());
    }
}
