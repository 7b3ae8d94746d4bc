package dev.breakwater.rollout;

import static java.time.temporal.ChronoUnit.MICROS;

import dev.breakwater.identity.Actor;
import dev.breakwater.rollout.store.EventStore.NewEvent;
import dev.breakwater.rollout.store.PassStore;
import dev.breakwater.rollout.store.PassStore.CalendarOverride;
import dev.breakwater.rollout.store.RolloutRow;
import dev.breakwater.rollout.store.RolloutStore;
import dev.breakwater.web.Revisions;
import java.time.Clock;
import java.time.Instant;
import java.util.List;
import org.jspecify.annotations.Nullable;
import org.springframework.stereotype.Service;
import org.springframework.transaction.annotation.Transactional;

/** In an emergency: lets one rollout pass every window and freeze, and takes that back. */
@Service
@Transactional
public class CalendarOverrides {
    private final RolloutStore rollouts;
    private final PassStore passes;
    private final RolloutLog log;
    private final Clock clock;

    CalendarOverrides(RolloutStore rollouts, PassStore passes, RolloutLog log, Clock clock) {
        this.rollouts = rollouts;
        this.passes = passes;
        this.log = log;
        this.clock = clock;
    }

    /** Overridden already: changes nothing. */
    public void override(RolloutId id, VerbRequest request, Actor actor, @Nullable String ifMatch) {
        var reason = Hearing.cause(actor, request.reason()).reason();
        var row = lock(id, "override the calendars of", ifMatch);
        if (isOverridden(id)) {
            return;
        }
        var now = now();
        passes.save(id.value(), new CalendarOverride(actor.name(), reason, now));
        var message = "%s overrode the calendars of %s: %s.".formatted(actor.name(), row.name(), reason);
        log.step(id.value(), new NewEvent(now, "rollout.calendars.overridden", null, actor.name(), reason, message));
    }

    /** Not overridden: changes nothing. */
    public void restore(RolloutId id, VerbRequest request, Actor actor, @Nullable String ifMatch) {
        var reason = Hearing.cause(actor, request.reason()).reason();
        var row = lock(id, "restore the calendars of", ifMatch);
        if (!isOverridden(id)) {
            return;
        }
        passes.save(id.value(), null);
        var message = "%s restored the calendars of %s: %s.".formatted(actor.name(), row.name(), reason);
        log.step(id.value(), new NewEvent(now(), "rollout.calendars.restored", null, actor.name(), reason, message));
    }

    private RolloutRow lock(RolloutId id, String verb, @Nullable String ifMatch) {
        var row = rollouts.lock(id.value()).orElseThrow(() -> new RolloutNotFound(id));
        Revisions.allow(ifMatch, row.revision());
        if (row.phase().isTerminal()) {
            throw new VerbNotAllowed(verb, row.phase().name(), "it is over");
        }
        return row;
    }

    private boolean isOverridden(RolloutId id) {
        return passes.overrides(List.of(id.value())).containsKey(id.value());
    }

    private Instant now() {
        return clock.instant().truncatedTo(MICROS);
    }
}
