package dev.breakwater.calendar;

import dev.breakwater.calendar.Availability.Closed;
import dev.breakwater.calendar.Availability.Open;
import dev.breakwater.calendar.time.Span;
import java.time.Instant;
import java.util.ArrayList;
import java.util.Collection;
import java.util.HashSet;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import org.jspecify.annotations.Nullable;

/**
 * The calendars that apply to one host, or to hosts alike: it may be moved inside all of the windows and outside all of the freezes.
 * Equal where the same calendars apply. Immutable; nothing is parsed or read here.
 */
public final class Schedule {
    /** Bounds a search that calendars could make long by never agreeing. */
    private static final int MOST_STEPS = 100_000;

    private final List<Timeline> windows;
    private final List<Timeline> freezes;
    private final Set<CalendarId> gone;

    /** {@code gone}: calendars that were named and are no more; they close, for nobody can say when they would open. */
    Schedule(Collection<Timeline> applying, Set<CalendarId> gone) {
        this.windows = of(applying, Kind.WINDOW);
        this.freezes = of(applying, Kind.FREEZE);
        this.gone = Set.copyOf(gone);
    }

    private static List<Timeline> of(Collection<Timeline> applying, Kind kind) {
        return applying.stream().filter(each -> each.kind() == kind).toList();
    }

    public Set<CalendarId> calendars() {
        var ids = new HashSet<>(gone);
        windows.forEach(each -> ids.add(each.id()));
        freezes.forEach(each -> ids.add(each.id()));
        return ids;
    }

    /** "Window prod-night of Europe/Berlin, Freeze year-end of UTC". */
    public String titles() {
        return String.join(", ", titleList());
    }

    List<String> titleList() {
        var titles = new ArrayList<String>();
        windows.forEach(each -> titles.add(each.title()));
        freezes.forEach(each -> titles.add(each.title()));
        gone.forEach(each -> titles.add("calendar " + each + ", which was deleted"));
        return titles.stream().sorted().toList();
    }

    public Availability at(Instant now) {
        return at(now, new Overtime(null, null));
    }

    public Availability at(Instant now, Overtime overtime) {
        for (var calendar : gone) {
            var why = "Calendar %s, which this rollout names, was deleted.".formatted(calendar);
            return new Closed("window_closed", "calendar " + calendar, why, calendar, null);
        }
        for (var freeze : freezes) {
            var frozen = freeze.spans().covering(now);
            if (frozen.isPresent()) {
                var why = "%s lasts until %s"
                        .formatted(freeze.title(), frozen.get().until());
                return closed("freeze", why, freeze, now, frozen.get().until());
            }
        }
        for (var window : windows) {
            if (!window.covers(now) && !overtime.allows(window)) {
                var opens = window.coveringOrAfter(now).map(Span::from).orElse(null);
                var why = window.title() + (opens == null ? " opens no more" : " is closed until " + opens);
                return closed("window_closed", why, window, now, opens);
            }
        }
        return new Open(openUntil(now).orElse(null));
    }

    private Closed closed(String code, String why, Timeline by, Instant now, @Nullable Instant ends) {
        var next = nextOpening(now).orElse(null);
        if (next == null) {
            return new Closed(code, by.title(), why + "; no opening follows within five years.", by.id(), null);
        }
        var also = next.equals(ends) ? "." : "; with the other calendars, hosts move again at " + next + ".";
        return new Closed(code, by.title(), why + also, by.id(), next);
    }

    /** The earliest moment from then on at which all calendars allow it; empty where there is none within five years. */
    public Optional<Instant> nextOpening(Instant from) {
        return next(from).map(Opening::from);
    }

    /** The next ones, the first of which may be under way. */
    public List<Opening> openings(Instant from, int count) {
        var openings = new ArrayList<Opening>();
        var at = Optional.of(from);
        while (openings.size() < count && at.isPresent()) {
            var next = next(at.get());
            next.ifPresent(openings::add);
            at = next.map(Opening::until);
        }
        return openings;
    }

    private Optional<Opening> next(Instant from) {
        if (!gone.isEmpty()) {
            return Optional.empty();
        }
        var at = from;
        for (var step = 0; step < MOST_STEPS; step++) {
            var later = obstacle(at);
            if (later.isEmpty()) {
                return Optional.empty();
            }
            if (later.get().equals(at)) {
                return Optional.of(new Opening(at, openUntil(at).orElse(null)));
            }
            at = later.get();
        }
        return Optional.empty();
    }

    /** When the first calendar that stands in the way at a moment ceases to; that moment where none does; empty where one always will. */
    private Optional<Instant> obstacle(Instant at) {
        for (var window : windows) {
            var span = window.coveringOrAfter(at);
            if (span.isEmpty() || span.get().from().isAfter(at)) {
                return span.map(Span::from);
            }
        }
        for (var freeze : freezes) {
            var span = freeze.spans().covering(at);
            if (span.isPresent()) {
                return span.map(Span::until);
            }
        }
        return Optional.of(at);
    }

    /** At a moment when it is open: when the first window closes or the first freeze begins. */
    private Optional<Instant> openUntil(Instant at) {
        var ends = new ArrayList<Instant>();
        windows.forEach(each -> each.spans().covering(at).map(Span::until).ifPresent(ends::add));
        freezes.forEach(each -> each.coveringOrAfter(at).map(Span::from).ifPresent(ends::add));
        return ends.stream().min(Instant::compareTo);
    }

    @Override
    public boolean equals(@Nullable Object other) {
        return other instanceof Schedule schedule && schedule.calendars().equals(calendars());
    }

    @Override
    public int hashCode() {
        return calendars().hashCode();
    }

    /** What may go on after a window closed: the rollout's own wish, or else the window's; and when the wave's first claim was granted. */
    public record Overtime(
            @Nullable Overrun wished, @Nullable Instant waveOpenedAt) {
        boolean allows(Timeline window) {
            var overrun = wished == null ? window.overrun() : wished;
            return overrun == Overrun.FINISH_WAVE && waveOpenedAt != null && window.covers(waveOpenedAt);
        }
    }
}
