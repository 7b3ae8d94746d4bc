package dev.breakwater.calendar;

import dev.breakwater.calendar.time.Entry;
import io.swagger.v3.oas.annotations.media.Schema;
import java.time.Instant;
import java.util.List;
import java.util.UUID;

/** A calendar as shown. {@code selector}: empty binds no host by itself, {@code *} every host. */
@Schema(name = "Calendar")
record CalendarView(
        UUID id,
        String name,
        Kind kind,
        String selector,
        String zone,
        Overrun overrun,
        List<Entry> entries,
        Instant createdAt,
        String createdBy,
        Instant updatedAt,
        long revision) {
    CalendarView {
        entries = List.copyOf(entries);
    }
}
