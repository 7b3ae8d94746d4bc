package dev.breakwater.calendar.time;

import static java.time.temporal.ChronoUnit.SECONDS;

import dev.breakwater.web.Violations;
import java.time.Duration;
import java.time.Instant;
import java.time.LocalDateTime;
import java.time.ZoneId;
import java.util.List;
import org.jspecify.annotations.Nullable;

/** What entries must be, each rule told with the field that breaks it. */
public final class EntryRules {
    public static final int MOST_ENTRIES = 1_000;

    private static final int MOST_DATES = 1_000;
    private static final int FIRST_YEAR = 1970;
    private static final int LAST_YEAR = 2199;

    private EntryRules() {}

    /** Raises what is wrong; what passes can be unrolled. */
    public static void check(List<Entry> entries, ZoneId calendar, String pointer, Instant now) {
        new Violations()
                .check(entries.size() <= MOST_ENTRIES, pointer, "at most " + MOST_ENTRIES + " entries")
                .raise();
        var violations = new Violations();
        for (var i = 0; i < entries.size(); i++) {
            check(entries.get(i), calendar, pointer + "/" + i, violations);
        }
        violations.raise();
        violations
                .check(
                        Expansion.count(entries, calendar, now) <= Expansion.MOST,
                        pointer,
                        "more than %d occurrences within five years".formatted(Expansion.MOST))
                .raise();
    }

    private static void check(@Nullable Entry entry, ZoneId calendar, String pointer, Violations violations) {
        if (entry == null) {
            violations.check(false, pointer, "must be an object");
            return;
        }
        violations.optionalText(entry.summary(), 200, pointer + "/summary");
        violations.check(entry.start() != null, pointer + "/start", "is required: a local time like 2026-12-20T00:00");
        var zone = entry.zone() == null ? calendar : Zones.find(entry.zone());
        violations.check(zone != null, pointer + "/zone", Zones.RULE);
        if (entry.start() == null || zone == null) {
            return;
        }
        time(entry.start(), pointer + "/start", violations);
        dates(entry.exdates(), pointer + "/exdates", violations);
        dates(entry.rdates(), pointer + "/rdates", violations);
        length(entry, pointer, violations);
        rule(entry, zone, pointer + "/rrule", violations);
    }

    private static void dates(List<LocalDateTime> dates, String pointer, Violations violations) {
        violations.check(dates.size() <= MOST_DATES, pointer, "at most " + MOST_DATES);
        dates.forEach(date -> time(date, pointer, violations));
    }

    private static void time(@Nullable LocalDateTime at, String pointer, Violations violations) {
        violations.check(
                at != null
                        && at.getYear() >= FIRST_YEAR
                        && at.getYear() <= LAST_YEAR
                        && at.truncatedTo(SECONDS).equals(at),
                pointer,
                "must be in whole seconds, between the years %d and %d".formatted(FIRST_YEAR, LAST_YEAR));
    }

    private static void length(Entry entry, String pointer, Violations violations) {
        var duration = entry.duration();
        var end = entry.end();
        if ((duration == null) == (end == null)) {
            violations.check(false, pointer + "/duration", "say either duration or end");
            return;
        }
        if (end != null) {
            bounded(Duration.between(entry.start(), end), pointer + "/end", violations);
            return;
        }
        try {
            bounded(entry.length().nominal(), pointer + "/duration", violations);
        } catch (IllegalArgumentException _) {
            violations.check(
                    false, pointer + "/duration", "must be an ISO-8601 duration like PT4H, P1D or P1W, without months");
        }
    }

    private static void bounded(Duration length, String pointer, Violations violations) {
        violations.check(
                length.isPositive() && length.compareTo(Length.LONGEST) <= 0,
                pointer,
                "must be after the start, by at most %d days".formatted(Length.LONGEST.toDays()));
    }

    private static void rule(Entry entry, ZoneId zone, String pointer, Violations violations) {
        var text = entry.rrule();
        if (text == null) {
            return;
        }
        try {
            Rule.of(text, entry.start(), zone);
        } catch (Rule.Refused refused) {
            violations.check(false, pointer, refused.why());
        }
    }
}
