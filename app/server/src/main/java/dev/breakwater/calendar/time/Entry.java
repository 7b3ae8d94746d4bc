package dev.breakwater.calendar.time;

import io.swagger.v3.oas.annotations.media.Schema;
import java.time.LocalDateTime;
import java.time.ZoneId;
import java.util.List;
import org.jspecify.annotations.Nullable;

/**
 * A time that recurs, in local time of its own zone or of its calendar's. It lasts for a duration, or to a wall-clock end. With a rule,
 * {@code start} says from when on and at what time of day; it is an occurrence itself only if the rule says so.
 */
@Schema(name = "CalendarEntry")
public record Entry(
        String summary,
        LocalDateTime start,
        @Nullable String duration,
        @Nullable LocalDateTime end,
        @Nullable String rrule,
        List<LocalDateTime> exdates,
        List<LocalDateTime> rdates,
        @Nullable String zone) {

    public Entry(
            @Nullable String summary,
            LocalDateTime start,
            @Nullable String duration,
            @Nullable LocalDateTime end,
            @Nullable String rrule,
            @Nullable List<LocalDateTime> exdates,
            @Nullable List<LocalDateTime> rdates,
            @Nullable String zone) {
        this.summary = summary == null ? "" : summary;
        this.start = start;
        this.duration = duration;
        this.end = end;
        this.rrule = rrule;
        this.exdates = exdates == null ? List.of() : exdates;
        this.rdates = rdates == null ? List.of() : rdates;
        this.zone = zone;
    }

    ZoneId zoneIn(ZoneId calendar) {
        return zone == null ? calendar : ZoneId.of(zone);
    }

    /** Only of an entry that {@link EntryRules} found no fault with. */
    Length length() {
        return duration == null ? Length.until(start, end == null ? start : end) : Length.parse(duration);
    }
}
