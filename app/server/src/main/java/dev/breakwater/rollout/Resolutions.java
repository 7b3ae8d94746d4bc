package dev.breakwater.rollout;

import static java.time.temporal.ChronoUnit.MICROS;

import dev.breakwater.host.HostId;
import dev.breakwater.host.Selector;
import dev.breakwater.identity.Actor;
import dev.breakwater.rollout.store.ConflictStore;
import dev.breakwater.rollout.store.ResolutionStore;
import java.time.Clock;
import java.time.Instant;
import java.util.List;
import java.util.UUID;
import org.springframework.context.ApplicationEventPublisher;
import org.springframework.stereotype.Service;
import org.springframework.transaction.annotation.Transactional;

/** Carries out what a person decides about hosts in conflict after a restore. */
@Service
public class Resolutions {
    static final int MOST_AT_ONCE = 10_000;

    private final ConflictStore conflicts;
    private final ResolutionStore resolutions;
    private final Waker waker;
    private final ApplicationEventPublisher events;
    private final Clock clock;

    Resolutions(
            ConflictStore conflicts,
            ResolutionStore resolutions,
            Waker waker,
            ApplicationEventPublisher events,
            Clock clock) {
        this.conflicts = conflicts;
        this.resolutions = resolutions;
        this.waker = waker;
        this.events = events;
        this.clock = clock;
    }

    /** How hosts leave a conflict. */
    public enum Resolution {
        /** What the host runs is right: it becomes what the host should run, and rollouts let go of the host. */
        ADOPT,
        /** What the database says is right: the host is steered by it again. */
        KEEP
    }

    /** {@code more}: others of the same selector are still in conflict, because one call resolves only so many. */
    public record Resolved(int hosts, boolean more) {}

    @Transactional
    public Resolved resolve(HostId host, Resolution resolution, Actor actor, String reason) {
        var id = List.of(host.value());
        var rollouts = resolutions.lockRollouts(id);
        if (!conflicts.isOpen(host.value())) {
            throw new NoConflict(host);
        }
        var now = decide(id, rollouts, new ResolutionStore.Decision(resolution.name(), actor.name(), reason));
        var message = "%s decided the conflict of this host: %s.".formatted(actor.name(), meaning(resolution));
        events.publishEvent(new ConflictResolved(now, host.value(), actor.name(), reason, message));
        return new Resolved(1, false);
    }

    /** One line in the audit trail for all of them, and one in each host's history. */
    @Transactional
    public Resolved resolve(Selector selector, Resolution resolution, Actor actor, String reason) {
        var found = conflicts.matching(selector, MOST_AT_ONCE + 1);
        var ids = found.stream().limit(MOST_AT_ONCE).toList();
        var rollouts = resolutions.lockRollouts(ids);
        var now = decide(ids, rollouts, new ResolutionStore.Decision(resolution.name(), actor.name(), reason));
        var message = "%s decided the conflicts of %d hosts of '%s': %s."
                .formatted(actor.name(), ids.size(), selector, meaning(resolution));
        events.publishEvent(new ConflictResolved(now, null, actor.name(), reason, message));
        return new Resolved(ids.size(), found.size() > ids.size());
    }

    private Instant decide(List<UUID> ids, List<UUID> rollouts, ResolutionStore.Decision decision) {
        var now = clock.instant().truncatedTo(MICROS);
        switch (Resolution.valueOf(decision.decision())) {
            case ADOPT -> resolutions.adopt(ids, now);
            case KEEP -> resolutions.keep(ids, now);
        }
        resolutions.resolve(ids, decision, now);
        rollouts.forEach(waker::wakeAfterCommit);
        return now;
    }

    private static String meaning(Resolution resolution) {
        return switch (resolution) {
            case ADOPT -> "what it runs is what it should run";
            case KEEP -> "what the database says it should run stands";
        };
    }
}
