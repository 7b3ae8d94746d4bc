package dev.breakwater.calendar;

import dev.breakwater.calendar.time.Expansion;
import dev.breakwater.host.Selector;
import dev.breakwater.web.InvalidField;
import io.swagger.v3.oas.annotations.media.Schema;
import java.time.Clock;
import java.time.Instant;
import java.util.ArrayList;
import java.util.HashSet;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import org.jspecify.annotations.Nullable;
import org.springframework.stereotype.Service;
import org.springframework.transaction.annotation.Transactional;

/** Answers when hosts can be moved. */
@Service
@Transactional(readOnly = true)
class Openings {
    private static final int MOST_NAMED = 100;

    private final Calendars calendars;
    private final CalendarDesk desk;
    private final Audience audience;
    private final Clock clock;

    Openings(Calendars calendars, CalendarDesk desk, Audience audience, Clock clock) {
        this.calendars = calendars;
        this.desk = desk;
        this.audience = audience;
        this.clock = clock;
    }

    /**
     * {@code calendars} are those that were asked together. {@code note} says what a short list means: that nothing follows before
     * {@code horizon}.
     */
    @Schema(name = "CalendarOpenings")
    record Listed(
            List<String> calendars,
            List<Opening> items,
            Instant horizon,
            @Nullable String note) {
        Listed {
            calendars = List.copyOf(calendars);
            items = List.copyOf(items);
        }
    }

    public Listed of(CalendarId id, int count) {
        var now = clock.instant();
        var kind = desk.get(id).terms().kind();
        var schedule = calendars.schedule(Set.of(id), now);
        return kind == Kind.WINDOW ? listed(schedule, count, now) : closings(id, schedule, count, now);
    }

    public Listed together(@Nullable Selector hosts, List<String> named, int count) {
        if (named.size() > MOST_NAMED) {
            throw new InvalidField("calendars", "at most " + MOST_NAMED);
        }
        var now = clock.instant();
        var all = new HashSet<>(calendars.resolve(named, "calendars", now));
        if (hosts != null) {
            all.addAll(audience.binding(hosts, calendars.unrolled(now).bound()));
        }
        return listed(calendars.schedule(all, now), count, now);
    }

    private static Listed listed(Schedule schedule, int count, Instant now) {
        var items = schedule.openings(now, count);
        return listed(schedule, items, count, now, "opening");
    }

    private Listed closings(CalendarId id, Schedule schedule, int count, Instant now) {
        var items = new ArrayList<Opening>();
        var at = Optional.of(now);
        var freeze = calendars.unrolled(now).find(id.toString());
        while (freeze != null && at.isPresent() && items.size() < count) {
            var span = freeze.coveringOrAfter(at.get());
            span.ifPresent(it -> items.add(new Opening(it.from(), it.until())));
            at = span.map(it -> it.until());
        }
        return listed(schedule, items, count, now, "freeze");
    }

    private static Listed listed(Schedule schedule, List<Opening> items, int count, Instant now, String what) {
        var horizon = now.plus(Expansion.HORIZON);
        var endless = !items.isEmpty() && items.getLast().until() == null;
        var note = items.size() == count || endless ? null : "no further %s before %s".formatted(what, horizon);
        return new Listed(schedule.titleList(), items, horizon, note);
    }
}
