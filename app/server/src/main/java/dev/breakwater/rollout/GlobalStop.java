package dev.breakwater.rollout;

import dev.breakwater.identity.Actor;
import dev.breakwater.rollout.store.StopStore;
import dev.breakwater.rollout.store.StopStore.StopRow;
import dev.breakwater.web.Revisions;
import io.swagger.v3.oas.annotations.media.Schema;
import java.time.Clock;
import java.time.Instant;
import org.jspecify.annotations.Nullable;
import org.springframework.context.ApplicationEventPublisher;
import org.springframework.stereotype.Service;
import org.springframework.transaction.annotation.Transactional;

/** One switch that stops every rollout at once: while it is on, no claim is granted. Every claim's transaction reads it. */
@Service
public class GlobalStop {
    private final StopStore stops;
    private final ApplicationEventPublisher events;
    private final Clock clock;

    GlobalStop(StopStore stops, ApplicationEventPublisher events, Clock clock) {
        this.stops = stops;
        this.events = events;
        this.clock = clock;
    }

    public State state() {
        return State.of(stops.read());
    }

    /** Returns once no claim that was under way can still succeed. */
    @Transactional
    public State set(boolean stopped, Actor actor, String reason, @Nullable String ifMatch) {
        var before = stops.lock();
        Revisions.allow(ifMatch, before.revision());
        if (before.stopped() == stopped) {
            return State.of(before);
        }
        var now = clock.instant();
        stops.set(stopped, reason, actor.name(), now);
        events.publishEvent(event(stopped, actor, reason, now));
        return state();
    }

    private static StopEvent event(boolean stopped, Actor actor, String reason, Instant now) {
        return stopped
                ? new StopEvent(
                        now, "stop.engaged", actor.name(), reason, "%s stopped all rollouts.".formatted(actor.name()))
                : new StopEvent(
                        now, "stop.released", actor.name(), reason, "%s let rollouts go on.".formatted(actor.name()));
    }

    @Schema(name = "GlobalStop")
    public record State(
            boolean stopped,
            @Nullable String reason,
            @Nullable String actor,
            @Nullable Instant at,
            long revision) {
        static State of(StopRow row) {
            return new State(row.stopped(), row.reason(), row.actor(), row.at(), row.revision());
        }
    }
}
