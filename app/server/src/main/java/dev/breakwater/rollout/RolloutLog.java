package dev.breakwater.rollout;

import dev.breakwater.identity.Actor;
import dev.breakwater.rollout.store.EventStore;
import dev.breakwater.rollout.store.EventStore.NewEvent;
import java.time.Instant;
import java.util.UUID;
import org.jspecify.annotations.Nullable;
import org.springframework.context.ApplicationEventPublisher;
import org.springframework.stereotype.Component;

/** Tells what happens in rollouts: to the rollout's own log, and to whoever listens. In the transaction that made it happen. */
@Component
class RolloutLog {
    private final EventStore log;
    private final ApplicationEventPublisher events;

    RolloutLog(EventStore log, ApplicationEventPublisher events) {
        this.log = log;
        this.events = events;
    }

    /** A step of the rollout itself: one row of the audit trail each. */
    void step(UUID rollout, NewEvent event) {
        log.append(rollout, event);
        publish(rollout, null, event, true);
    }

    /** What became of one host. Only what goes wrong enters the log: budgets bound how much that can be. */
    void host(UUID rollout, UUID host, NewEvent event, boolean logged) {
        if (logged) {
            log.append(rollout, event);
        }
        publish(rollout, host, event, false);
    }

    /** What a gate says now. The rollout's next step, if one follows, is audited. */
    void gate(UUID rollout, NewEvent event) {
        log.append(rollout, event);
        publish(rollout, null, event, false);
    }

    static NewEvent byEngine(Instant now, String type, @Nullable String wave, String message) {
        return new NewEvent(now, type, wave, Actor.ENGINE.name(), null, message);
    }

    private void publish(UUID rollout, @Nullable UUID host, NewEvent event, boolean audited) {
        events.publishEvent(new RolloutEvent(
                event.at(),
                event.type(),
                rollout,
                host,
                event.wave(),
                event.actor(),
                event.reason(),
                event.message(),
                audited));
    }
}
