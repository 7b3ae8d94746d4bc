package dev.breakwater.rollout;

import dev.breakwater.rollout.store.WaveStore;
import java.time.Clock;
import java.time.Duration;
import java.util.Map;
import java.util.UUID;
import java.util.concurrent.ConcurrentHashMap;
import java.util.concurrent.atomic.AtomicLong;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;
import org.springframework.context.ApplicationEventPublisher;
import org.springframework.dao.DataAccessException;
import org.springframework.scheduling.annotation.Scheduled;
import org.springframework.stereotype.Component;

/**
 * Announces that directives have changed: at once what this process changed, within a second what another one did. The rows are the
 * truth; an announcement lost in a crash is found by comparing epochs.
 */
@Component
class ChangeFeed {
    private static final Logger log = LoggerFactory.getLogger(ChangeFeed.class);
    private static final Duration REMEMBER = Duration.ofMinutes(1);

    private final WaveStore waves;
    private final ApplicationEventPublisher events;
    private final Clock clock;
    private final AtomicLong newest = new AtomicLong();
    private final Map<UUID, Long> known = new ConcurrentHashMap<>();

    ChangeFeed(WaveStore waves, ApplicationEventPublisher events, Clock clock) {
        this.waves = waves;
        this.events = events;
        this.clock = clock;
    }

    long newest() {
        return newest.get();
    }

    void announceAfterCommit(UUID rollout) {
        AfterCommit.run(() -> announce(rollout));
    }

    @Scheduled(fixedDelayString = "PT1S")
    void lookAround() {
        try {
            var running = waves.newestEpochs(clock.instant().minus(REMEMBER));
            running.forEach(wave -> notice(wave.rolloutId(), wave.epoch()));
            known.keySet()
                    .retainAll(running.stream()
                            .map(WaveStore.NewestEpoch::rolloutId)
                            .toList());
        } catch (DataAccessException unreachable) {
            log.debug("The database cannot be asked for changes now", unreachable);
        }
    }

    private void notice(UUID rollout, long epoch) {
        newest.accumulateAndGet(epoch, Math::max);
        var before = known.put(rollout, epoch);
        if (before == null || before != epoch) {
            announce(rollout);
        }
    }

    private void announce(UUID rollout) {
        events.publishEvent(new DirectiveChanged(new RolloutId(rollout)));
    }
}
