package dev.breakwater.calendar;

import dev.breakwater.calendar.time.Entry;
import dev.breakwater.calendar.time.Expansion;
import java.time.Instant;
import java.time.LocalDateTime;
import java.time.ZoneId;
import java.util.List;
import java.util.Set;
import java.util.UUID;

/** Calendars by what differs. */
final class Given {
    static final Instant NOW = Instant.parse("2026-12-01T00:00:00Z");

    private Given() {}

    static Timeline window(String name, Entry... entries) {
        return timeline(name, Kind.WINDOW, Overrun.FINISH_HOSTS, "UTC", entries);
    }

    static Timeline freeze(String name, Entry... entries) {
        return timeline(name, Kind.FREEZE, Overrun.FINISH_HOSTS, "UTC", entries);
    }

    static Timeline timeline(String name, Kind kind, Overrun overrun, String zone, Entry... entries) {
        var id = new CalendarId(UUID.nameUUIDFromBytes(name.getBytes(java.nio.charset.StandardCharsets.UTF_8)));
        var at = ZoneId.of(zone);
        return new Timeline(id, name, kind, at, overrun, null, Expansion.of(List.of(entries), at, NOW));
    }

    static Entry entry(String start, String duration, String rrule) {
        return new Entry(null, LocalDateTime.parse(start), duration, null, rrule, null, null, null);
    }

    static Schedule schedule(Timeline... applying) {
        return new Schedule(List.of(applying), Set.of());
    }

    static Instant at(String time) {
        return Instant.parse(time);
    }
}
