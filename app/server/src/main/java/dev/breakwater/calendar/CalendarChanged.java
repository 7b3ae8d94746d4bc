package dev.breakwater.calendar;

import dev.breakwater.identity.DomainEvent;
import java.time.Instant;

/** {@code calendar.created}, {@code calendar.changed}, {@code calendar.imported} or {@code calendar.deleted}. */
public record CalendarChanged(Instant at, String type, CalendarId calendar, String actor, String message)
        implements DomainEvent {
    @Override
    public String subject() {
        return "calendars/" + calendar;
    }

    @Override
    public boolean audited() {
        return true;
    }
}
