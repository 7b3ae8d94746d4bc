package dev.breakwater.rollout;

import static java.util.Objects.requireNonNull;

import dev.breakwater.calendar.Availability.Closed;
import dev.breakwater.rollout.States.State;
import dev.breakwater.rollout.engine.Directive;
import dev.breakwater.rollout.engine.HostState;
import dev.breakwater.rollout.engine.Phase.Rolling;
import dev.breakwater.rollout.engine.Waiting;
import dev.breakwater.rollout.store.PassStore;
import dev.breakwater.rollout.store.PassStore.CalendarOverride;
import dev.breakwater.rollout.store.PutOffStore.PutOff;
import java.util.Collection;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.UUID;
import org.jspecify.annotations.Nullable;
import org.springframework.stereotype.Component;

/** Where rollouts stand beyond what the engine sees: what keeps their hosts from their claims. */
@Component
class Waits {
    private final CalendarStandings calendars;
    private final PassStore passes;
    private final PutOffs putOffs;

    Waits(CalendarStandings calendars, PassStore passes, PutOffs putOffs) {
        this.calendars = calendars;
        this.passes = passes;
        this.putOffs = putOffs;
    }

    /**
     * {@code closed} is null unless no host of the wave under way can be granted its claim for that reason; {@code putOff} unless every
     * host that could move was told to wait and none moves. {@code told}: what hosts kept waiting at their claims
     * were told; null where nobody asked, since others move or none could.
     */
    record Standing(
            @Nullable CalendarOverride override,
            @Nullable Closed closed,
            @Nullable String putOff,
            @Nullable List<PutOff> told) {

        /** What the rollout waits for: the next opening, where nothing else can happen before it. */
        Waiting waiting(Waiting otherwise) {
            if (closed != null) {
                return CalendarStandings.waiting(closed);
            }
            return putOff == null
                    ? otherwise
                    : new Waiting(otherwise.waitingFor() + "; " + putOff, otherwise.nextCheckAt());
        }
    }

    Standing of(State state) {
        return requireNonNull(of(List.of(state)).get(state.row().id()));
    }

    /** By rollout; a statement or two for all that are not waiting for their hosts. */
    Map<UUID, Standing> of(Collection<State> states) {
        var ids = states.stream().map(state -> state.row().id()).toList();
        var overrides = passes.overrides(ids);
        var told =
                putOffs.told(states.stream().filter(state -> wave(state) >= 0).toList());
        var standings = new HashMap<UUID, Standing>();
        for (var state : states) {
            var id = state.row().id();
            var override = overrides.get(id);
            var wave = wave(state);
            var closed = wave < 0 || override != null ? null : calendars.closed(state, wave);
            var waiting = wave < 0 ? null : told.getOrDefault(id, List.of());
            var putOff = waiting == null ? null : putOffs.keptWaiting(state, waiting);
            standings.put(id, new Standing(override, closed, putOff, waiting));
        }
        return standings;
    }

    /** The wave under way, where all that is left to happen is that hosts claim; else -1. */
    private static int wave(State state) {
        if (!(state.rollout().phase() instanceof Rolling(int at))) {
            return -1;
        }
        var wave = state.rollout().waves().get(at);
        var counts = wave.counts();
        var waits = wave.directive() == Directive.OFFER
                && counts.of(HostState.OFFERED) > 0
                && counts.of(HostState.CLAIMED) == 0;
        return waits ? at : -1;
    }
}
