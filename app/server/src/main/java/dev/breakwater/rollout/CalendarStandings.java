package dev.breakwater.rollout;

import static java.util.Objects.requireNonNullElse;

import dev.breakwater.calendar.Availability.Closed;
import dev.breakwater.calendar.Calendars;
import dev.breakwater.host.Selector;
import dev.breakwater.rollout.States.State;
import dev.breakwater.rollout.engine.Directive;
import dev.breakwater.rollout.engine.HostState;
import dev.breakwater.rollout.engine.Phase.Rolling;
import dev.breakwater.rollout.engine.Waiting;
import dev.breakwater.rollout.store.PassStore;
import dev.breakwater.rollout.store.PassStore.CalendarOverride;
import dev.breakwater.rollout.store.PassStore.Pass;
import java.time.Instant;
import java.util.ArrayList;
import java.util.Collection;
import java.util.Comparator;
import java.util.HashMap;
import java.util.HashSet;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.UUID;
import org.jspecify.annotations.Nullable;
import org.springframework.stereotype.Component;

/** What calendars have to do with where a rollout stands. */
@Component
class CalendarStandings {
    private final Calendars calendars;
    private final PassStore passes;

    CalendarStandings(Calendars calendars, PassStore passes) {
        this.calendars = calendars;
        this.passes = passes;
    }

    /** {@code closed} is null unless no host of the wave under way can be granted its claim for that reason. */
    record Standing(
            @Nullable CalendarOverride override, @Nullable Closed closed) {
        /** What the rollout waits for: the next opening, where nothing else can happen before it. */
        Waiting waiting(Waiting otherwise) {
            return closed == null ? otherwise : CalendarStandings.waiting(closed);
        }
    }

    Standing of(State state) {
        return standing(
                state,
                passes.overrides(List.of(state.row().id())).get(state.row().id()));
    }

    /** By rollout; one statement for all that are not waiting for their hosts. */
    Map<UUID, Standing> of(Collection<State> states) {
        var overrides =
                passes.overrides(states.stream().map(state -> state.row().id()).toList());
        var standings = new HashMap<UUID, Standing>();
        for (var state : states) {
            var id = state.row().id();
            standings.put(id, standing(state, overrides.get(id)));
        }
        return standings;
    }

    private Standing standing(State state, @Nullable CalendarOverride override) {
        var wave = waiting(state);
        if (wave < 0 || override != null) {
            return new Standing(override, null);
        }
        return new Standing(null, closed(state, wave, passes.of(state.row().id(), wave)));
    }

    static Waiting waiting(Closed closed) {
        var title = closed.title().substring(0, 1).toLowerCase(Locale.ROOT)
                + closed.title().substring(1);
        var opening = closed.nextOpening();
        if (opening == null) {
            return new Waiting("a person to change or override its calendars: " + closed.why(), null);
        }
        var deed = closed.code().equals("freeze") ? "to end" : "to open";
        return new Waiting("%s %s at %s".formatted(title, deed, opening), opening);
    }

    /** The wave under way, where all that is left to happen is that hosts claim; else -1. */
    private static int waiting(State state) {
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

    private @Nullable Closed closed(State state, int wave, Pass pass) {
        var now = state.now();
        var spec = state.spec();
        var named = CalendarRule.named(spec);
        var forAll = CalendarRule.closed(calendars.schedule(named, now), spec, pass, now);
        if (forAll != null) {
            return forAll;
        }
        var closing = closing(spec, pass, now);
        var selectors =
                closing.stream().map(each -> Selector.parse(each.selector())).toList();
        if (closing.isEmpty() || passes.anyOutside(state.row().id(), wave, selectors)) {
            return null;
        }
        return soonest(closing);
    }

    private record Binding(String selector, Closed closed) {}

    /** The calendars that keep the hosts they bind from this rollout's claims. */
    private List<Binding> closing(RolloutSpec spec, Pass pass, Instant now) {
        var closing = new ArrayList<Binding>();
        calendars.closing(now).forEach((calendar, selector) -> {
            var together = new HashSet<>(CalendarRule.named(spec));
            together.add(calendar);
            var closed = CalendarRule.closed(calendars.schedule(together, now), spec, pass, now);
            if (closed != null) {
                closing.add(new Binding(selector, closed));
            }
        });
        return closing;
    }

    private static Closed soonest(List<Binding> closing) {
        var ordered = closing.stream().map(Binding::closed).sorted(Comparator.comparing(CalendarStandings::opening));
        return ordered.toList().getFirst();
    }

    private static Instant opening(Closed closed) {
        return requireNonNullElse(closed.nextOpening(), Instant.MAX);
    }
}
