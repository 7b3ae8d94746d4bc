package dev.breakwater.calendar.ics;

import static java.util.Objects.requireNonNullElse;

import com.github.mangstadt.vinnie.VObjectProperty;
import com.github.mangstadt.vinnie.io.VObjectPropertyValues;
import dev.breakwater.calendar.time.Entry;
import java.time.DateTimeException;
import java.time.LocalDateTime;
import java.time.ZoneId;
import java.time.temporal.ChronoUnit;
import java.util.ArrayList;
import java.util.List;
import java.util.Locale;
import java.util.Optional;
import java.util.Set;
import org.jspecify.annotations.Nullable;

/** Reads one event; each thing in it that cannot be understood is a finding under its name. */
final class EventReader {
    private static final Set<String> TIMES =
            Set.of("DTSTART", "DTEND", "DURATION", "RRULE", "RDATE", "EXDATE", "RECURRENCE-ID");
    /** They say nothing of when. */
    private static final Set<String> ASIDES = Set.of(
            "SUMMARY",
            "UID",
            "STATUS",
            "DESCRIPTION",
            "LOCATION",
            "DTSTAMP",
            "CREATED",
            "LAST-MODIFIED",
            "SEQUENCE",
            "TRANSP",
            "CLASS",
            "ORGANIZER",
            "ATTENDEE",
            "CATEGORIES",
            "URL",
            "PRIORITY",
            "GEO",
            "COMMENT",
            "CONTACT",
            "ATTACH",
            "RELATED-TO",
            "RESOURCES",
            "REQUEST-STATUS",
            "COLOR",
            "IMAGE",
            "CONFERENCE");

    private static final int LONGEST_SUMMARY = 200;

    private final Block block;
    private final FileZones zones;
    private final ZoneId calendar;
    private final Findings findings;
    private final int number;

    EventReader(Block block, int number, FileZones zones, ZoneId calendar, Findings findings) {
        this.block = block;
        this.number = number;
        this.zones = zones;
        this.calendar = calendar;
        this.findings = findings;
    }

    Optional<Event> read() {
        requireKnown();
        var start = one("DTSTART");
        refuse(block.first("DTSTART") == null, "DTSTART", "is missing");
        if (start == null) {
            return Optional.empty();
        }
        var zone = start.zone() == null || start.zone().equals(calendar) ? null : start.zone();
        var entry = new Entry(
                summary(),
                start.at(),
                duration(start),
                end(start, zone),
                rule(),
                dates("EXDATE", start, zone),
                dates("RDATE", start, zone),
                zone == null ? null : zone.getId());
        return Optional.of(new Event(uid(), entry, one("RECURRENCE-ID"), isCancelled()));
    }

    private void requireKnown() {
        for (var property : block.properties) {
            var name = property.getName().toUpperCase(Locale.ROOT);
            var known = TIMES.contains(name) || ASIDES.contains(name) || name.startsWith("X-");
            refuse(!known, name, "is not supported");
            if (TIMES.contains(name)) {
                parameters(name, property);
            }
        }
        for (var name : List.of("DTSTART", "DTEND", "DURATION", "RRULE", "RECURRENCE-ID")) {
            refuse(block.all(name).size() > 1, name, "is there more than once");
        }
        block.blocks.forEach(inner -> refuse(!inner.name.equals("VALARM"), inner.name, "is not supported"));
    }

    private void parameters(String name, VObjectProperty property) {
        for (var parameter : property.getParameters()) {
            var key = requireNonNullElse(parameter.getKey(), "").toUpperCase(Locale.ROOT);
            var known = key.equals("TZID") || key.equals("VALUE") || key.startsWith("X-");
            refuse(!known, name, "has the parameter %s, which is not supported".formatted(key));
        }
        var value = property.getParameters().first("VALUE");
        var known = value == null
                || Set.of("DATE", "DATE-TIME", "DURATION", "RECUR").contains(value.toUpperCase(Locale.ROOT));
        refuse(!known, name, "is of the type %s, which is not supported".formatted(value));
    }

    private @Nullable Stamp one(String name) {
        var property = block.first(name);
        return property == null ? null : stamp(name, property, property.getValue());
    }

    private @Nullable Stamp stamp(String name, VObjectProperty property, String text) {
        var id = property.getParameters().first("TZID");
        var zone = id == null ? null : zones.find(id);
        if (id != null && zone == null) {
            refuse(true, name, zones.whyNot(id));
            return null;
        }
        try {
            return Stamp.of(text.strip(), zone);
        } catch (DateTimeException _) {
            refuse(true, name, "%s is no date or time".formatted(text));
            return null;
        }
    }

    /** A day, where neither an end nor a duration is said of a date (RFC 5545 §3.6.1). */
    private @Nullable String duration(Stamp start) {
        var said = block.text("DURATION");
        var ends = block.first("DTEND") != null;
        refuse(said != null && ends, "DURATION", "and DTEND are both there");
        refuse(said == null && !ends && !start.allDay(), "DTEND", "and DURATION are both missing");
        if (said != null) {
            return said.startsWith("+") ? said.substring(1) : said;
        }
        if (!start.allDay()) {
            return null;
        }
        var end = one("DTEND");
        return end == null ? "P1D" : "P" + ChronoUnit.DAYS.between(start.at(), end.at()) + "D";
    }

    private @Nullable LocalDateTime end(Stamp start, @Nullable ZoneId zone) {
        var end = one("DTEND");
        if (end == null) {
            return null;
        }
        refuse(end.allDay() != start.allDay(), "DTEND", "and DTSTART must both be dates or both be times");
        return start.allDay() ? null : end.in(zone, calendar);
    }

    private List<LocalDateTime> dates(String name, Stamp start, @Nullable ZoneId zone) {
        var dates = new ArrayList<LocalDateTime>();
        for (var property : block.all(name)) {
            for (var text : property.getValue().split(",", -1)) {
                var stamp = stamp(name, property, text);
                if (stamp != null) {
                    refuse(stamp.allDay() != start.allDay(), name, "and DTSTART must both be dates or both be times");
                    dates.add(stamp.in(zone, calendar));
                }
            }
        }
        return dates;
    }

    private @Nullable String rule() {
        var text = block.text("RRULE");
        return text == null ? null : text.strip().toUpperCase(Locale.ROOT);
    }

    private boolean isCancelled() {
        return "CANCELLED".equalsIgnoreCase(block.text("STATUS"));
    }

    private String uid() {
        var uid = block.text("UID");
        refuse(uid == null && block.first("RECURRENCE-ID") != null, "UID", "is missing");
        return requireNonNullElse(uid, "");
    }

    private String summary() {
        var text = block.text("SUMMARY");
        if (text == null) {
            return "";
        }
        var line = VObjectPropertyValues.unescape(text)
                .replaceAll("\\p{Cntrl}+", " ")
                .strip();
        return line.length() <= LONGEST_SUMMARY ? line : line.substring(0, LONGEST_SUMMARY - 1) + "…";
    }

    private void refuse(boolean wrong, String property, String rule) {
        if (wrong) {
            var name = summary().isEmpty()
                    ? "event in line %d".formatted(block.line)
                    : "event \"%s\"".formatted(summary());
            findings.check(
                    false, "/events/%d/%s".formatted(number, property), "%s: %s %s".formatted(name, property, rule));
        }
    }
}
