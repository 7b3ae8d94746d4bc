package dev.breakwater.calendar;

import dev.breakwater.calendar.time.Entry;
import dev.breakwater.identity.Actors;
import dev.breakwater.identity.Ids;
import dev.breakwater.web.Cursor;
import dev.breakwater.web.InvalidField;
import dev.breakwater.web.Limit;
import dev.breakwater.web.Page;
import dev.breakwater.web.Revisions;
import java.time.Clock;
import java.time.temporal.ChronoUnit;
import java.util.List;
import java.util.UUID;
import org.jspecify.annotations.Nullable;
import org.springframework.context.ApplicationEventPublisher;
import org.springframework.stereotype.Service;
import org.springframework.transaction.annotation.Transactional;

/** What operators do with calendars. */
@Service
@Transactional
class CalendarDesk {
    /** Each is kept unrolled by every replica. */
    static final int MOST = 500;

    private static final String LIST = "calendars";

    private final CalendarRepository calendars;
    private final CalendarChanges changes;
    private final ApplicationEventPublisher events;
    private final Clock clock;

    CalendarDesk(CalendarRepository calendars, CalendarChanges changes, ApplicationEventPublisher events, Clock clock) {
        this.calendars = calendars;
        this.changes = changes;
        this.events = events;
        this.clock = clock;
    }

    @Transactional(readOnly = true)
    public MaintenanceCalendar get(CalendarId id) {
        return calendars.findById(id.value()).orElseThrow(() -> new CalendarNotFound(id));
    }

    /** By name. */
    @Transactional(readOnly = true)
    public Page<CalendarView> list(Limit limit, @Nullable String cursor) {
        var after = Cursor.parse(LIST, 1, cursor).map(it -> it.text(0)).orElse("");
        var rows = calendars.findByNameGreaterThanOrderByName(
                after, org.springframework.data.domain.Limit.of(limit.plusOne()));
        return Page.of(rows, limit, row -> Cursor.of(LIST, row.terms().name())).map(MaintenanceCalendar::view);
    }

    public CalendarView create(CalendarRequest request) {
        var now = clock.instant().truncatedTo(ChronoUnit.MICROS);
        var id = Ids.next(now);
        var terms = request.create(now);
        changes.next();
        requireFree(terms.name(), id);
        if (calendars.count() >= MOST) {
            throw new InvalidField("/name", "there are %d calendars already, the most there may be".formatted(MOST));
        }
        var calendar = calendars.saveAndFlush(
                new MaintenanceCalendar(id, terms, now, Actors.current().name()));
        tell("calendar.created", calendar, "was created");
        return calendar.view();
    }

    public CalendarView change(CalendarId id, CalendarRequest request, @Nullable String ifMatch) {
        changes.next();
        var calendar = get(id);
        Revisions.require(ifMatch, calendar.revision());
        var terms = request.change(calendar.terms(), clock.instant());
        requireFree(terms.name(), id.value());
        return save(calendar, terms, "calendar.changed", "was changed");
    }

    /** In place of all entries there were. */
    public CalendarView replaceEntries(CalendarId id, List<Entry> entries, @Nullable String ifMatch) {
        changes.next();
        var calendar = get(id);
        Revisions.allow(ifMatch, calendar.revision());
        var terms = calendar.terms().with(entries).check(clock.instant());
        return save(calendar, terms, "calendar.imported", "has %d entries from a file".formatted(entries.size()));
    }

    public void delete(CalendarId id, @Nullable String ifMatch) {
        changes.next();
        var calendar = get(id);
        Revisions.allow(ifMatch, calendar.revision());
        events.publishEvent(new CalendarLeaving(id, calendar.terms().name()));
        calendars.delete(calendar);
        tell("calendar.deleted", calendar, "was deleted");
    }

    private CalendarView save(MaintenanceCalendar calendar, Terms terms, String type, String what) {
        calendar.change(terms, clock.instant().truncatedTo(ChronoUnit.MICROS));
        calendars.saveAndFlush(calendar);
        tell(type, calendar, what);
        return calendar.view();
    }

    private void requireFree(String name, UUID self) {
        if (calendars.existsByNameAndIdNot(name, self)) {
            throw new CalendarNameTaken(name);
        }
    }

    private void tell(String type, MaintenanceCalendar calendar, String what) {
        var terms = calendar.terms();
        var kind = terms.kind() == Kind.WINDOW ? "Window" : "Freeze";
        events.publishEvent(new CalendarChanged(
                clock.instant(),
                type,
                new CalendarId(calendar.id()),
                Actors.current().name(),
                "%s %s %s".formatted(kind, terms.name(), what)));
    }
}
