package dev.breakwater.calendar.time;

import java.time.Duration;
import java.time.LocalDateTime;
import java.time.ZoneId;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import org.jspecify.annotations.Nullable;

/**
 * An entry as other programs read it alike: it starts with an occurrence of its rule, whose end is in UTC (RFC 5545 leaves open what a
 * start beside its rule means, and asks for that end).
 */
public record Portable(
        String summary,
        LocalDateTime start,
        @Nullable String duration,
        @Nullable LocalDateTime end,
        @Nullable String rrule,
        List<LocalDateTime> exdates,
        List<LocalDateTime> rdates,
        ZoneId zone) {

    /** Of an entry that {@link EntryRules} found no fault with; empty where it has no occurrence at all. */
    public static Optional<Portable> of(Entry entry, ZoneId calendar) {
        var zone = entry.zoneIn(calendar);
        var text = entry.rrule();
        if (text == null) {
            return Optional.of(from(entry, entry.start(), null, entry.rdates(), zone));
        }
        var rule = Rule.of(text, entry.start(), zone);
        var first = new ArrayList<LocalDateTime>();
        rule.each(entry.start(), occurrence -> {
            first.add(occurrence);
            return false;
        });
        if (!first.isEmpty()) {
            return Optional.of(from(entry, first.getFirst(), rule.portable(zone), entry.rdates(), zone));
        }
        return entry.rdates().stream()
                .min(LocalDateTime::compareTo)
                .map(earliest -> from(entry, earliest, null, entry.rdates(), zone));
    }

    private static Portable from(
            Entry entry, LocalDateTime start, @Nullable String rrule, List<LocalDateTime> rdates, ZoneId zone) {
        var end = entry.end();
        var length = end == null ? null : Duration.between(entry.start(), end);
        return new Portable(
                entry.summary(),
                start,
                entry.duration(),
                length == null ? null : start.plus(length),
                rrule,
                entry.exdates(),
                rdates,
                zone);
    }
}
