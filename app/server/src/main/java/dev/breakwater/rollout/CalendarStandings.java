package dev.breakwater.rollout;

import static java.util.Objects.requireNonNullElse;

import dev.breakwater.calendar.Availability.Closed;
import dev.breakwater.calendar.Calendars;
import dev.breakwater.host.Selector;
import dev.breakwater.rollout.States.State;
import dev.breakwater.rollout.engine.Waiting;
import dev.breakwater.rollout.store.PassStore;
import dev.breakwater.rollout.store.PassStore.Pass;
import java.time.Instant;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.HashSet;
import java.util.List;
import java.util.Locale;
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

    /** Null unless no host of the wave can be granted its claim because of calendars. */
    @Nullable
    Closed closed(State state, int wave) {
        var pass = passes.of(state.row().id(), wave);
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
