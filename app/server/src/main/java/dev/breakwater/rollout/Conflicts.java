package dev.breakwater.rollout;

import dev.breakwater.host.HostChanged;
import dev.breakwater.host.HostId;
import dev.breakwater.host.Hosts;
import dev.breakwater.identity.Actor;
import dev.breakwater.rollout.store.ConflictStore;
import java.time.Clock;
import java.util.Map;
import java.util.UUID;
import java.util.stream.Collectors;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;
import org.springframework.context.ApplicationEventPublisher;
import org.springframework.stereotype.Component;
import org.springframework.transaction.support.TransactionTemplate;

/**
 * Finds hosts whose orders come from a later state of the database than this one: it was restored to an earlier one. Such a host is
 * left alone until a person decides, and the first one pauses every rollout that could move by itself.
 */
@Component
class Conflicts {
    /** More orders than are given between a backup and what it is restored for. */
    static final long STRIDE = 1_000_000;

    private static final Logger log = LoggerFactory.getLogger(Conflicts.class);

    private final ConflictStore conflicts;
    private final Hosts hosts;
    private final Waker waker;
    private final ApplicationEventPublisher events;
    private final TransactionTemplate transactions;
    private final Clock clock;

    Conflicts(
            ConflictStore conflicts,
            Hosts hosts,
            Waker waker,
            ApplicationEventPublisher events,
            TransactionTemplate transactions,
            Clock clock) {
        this.conflicts = conflicts;
        this.hosts = hosts;
        this.waker = waker;
        this.events = events;
        this.transactions = transactions;
        this.clock = clock;
    }

    /** In a transaction of its own, before the caller begins one: what follows already sees the host held. */
    void heard(HostId host, long epoch) {
        var known = conflicts.known(host.value(), epoch);
        if (known.unknown() && !known.open() && epoch > known.epoch()) {
            transactions.executeWithoutResult(_ -> note(host, epoch));
        }
    }

    /** By host; 0 for one that has acted under none. */
    void heard(Map<HostId, Long> newest) {
        var epochs = newest.entrySet().stream()
                .filter(each -> each.getValue() > 0)
                .collect(Collectors.toMap(Map.Entry::getKey, Map.Entry::getValue));
        if (!epochs.isEmpty() && conflicts.anyUnknown(epochs.values())) {
            epochs.forEach(this::heard);
        }
    }

    boolean isOpen(UUID host) {
        return conflicts.isOpen(host);
    }

    /** Rollouts are locked before the conflict is written, as where conflicts are resolved. */
    private void note(HostId host, long epoch) {
        var now = clock.instant();
        conflicts.lock();
        if (conflicts.findsRestore(epoch, STRIDE, now)) {
            conflicts.markRunning().forEach(waker::wakeAfterCommit);
        }
        if (conflicts.open(host.value(), epoch, now)) {
            var message =
                    "%s has seen epoch %d, which this database has never given: it was restored to an earlier state"
                            .formatted(hosts.name(host), epoch);
            log.warn("{}; the host is left alone until a person decides", message);
            events.publishEvent(new HostChanged(now, "host.conflict", host, Actor.ENGINE.name(), null, message, true));
        }
    }
}
