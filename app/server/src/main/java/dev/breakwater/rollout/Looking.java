package dev.breakwater.rollout;

import static java.time.temporal.ChronoUnit.MICROS;

import dev.breakwater.host.HostProperties;
import dev.breakwater.rollout.store.CommandStore;
import dev.breakwater.rollout.store.LookStore;
import dev.breakwater.rollout.store.LookStore.Due;
import java.time.Clock;
import java.time.Duration;
import java.time.Instant;
import java.util.UUID;
import org.springframework.stereotype.Component;

/**
 * Looks at the hosts of a wave when something could be found, so that no decision has to. What it saw bounds what there is to find until
 * the next look. Not one transaction: a look holds no lock, and its outcome is written when no row of a host is locked any more.
 */
@Component
class Looking {
    /** A row that was locked is looked at again when whoever speaks has spoken. */
    private static final Duration SPEAKING = Duration.ofSeconds(1);

    private final LookStore looks;
    private final CommandStore hosts;
    private final Silencing silencing;
    private final HostProperties properties;
    private final Clock clock;

    Looking(LookStore looks, CommandStore hosts, Silencing silencing, HostProperties properties, Clock clock) {
        this.looks = looks;
        this.hosts = hosts;
        this.silencing = silencing;
        this.properties = properties;
        this.clock = clock;
    }

    /** Time has moved. */
    void sweep(UUID rollout) {
        var now = now();
        hosts.deferHeld(rollout, now);
        looks.due(rollout, now, properties.offlineAfter()).forEach(wave -> look(wave, now));
    }

    /** Hosts have spoken, and a wave waits for nothing else. */
    void news(UUID rollout) {
        var now = now();
        looks.waitingForNews(rollout, now, properties.offlineAfter()).forEach(wave -> look(wave, now));
    }

    private void look(Due wave, Instant now) {
        var seen = looks.look(wave, now);
        var marked = seen.late() == 0 ? 0 : silencing.silence(wave, now);
        looks.looked(wave, seen, marked < seen.late() ? SPEAKING : Duration.ZERO, now);
        if (marked >= Silencing.BATCH && marked < seen.late()) {
            looks.lookAgain(wave, now);
        }
    }

    private Instant now() {
        return clock.instant().truncatedTo(MICROS);
    }
}
