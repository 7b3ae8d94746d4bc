package dev.breakwater.calendar.ics;

import com.github.mangstadt.vinnie.SyntaxStyle;
import com.github.mangstadt.vinnie.VObjectParameters;
import com.github.mangstadt.vinnie.io.VObjectPropertyValues;
import com.github.mangstadt.vinnie.io.VObjectWriter;
import dev.breakwater.calendar.time.Portable;
import java.io.IOException;
import java.io.StringWriter;
import java.io.UncheckedIOException;
import java.time.Duration;
import java.time.Instant;
import java.time.LocalDateTime;
import java.time.ZoneId;
import java.time.ZoneOffset;
import java.time.zone.ZoneOffsetTransition;
import java.util.List;
import java.util.Locale;
import java.util.UUID;

/** Writes a calendar as a feed that others can subscribe to; {@link IcsReader} reads it back. */
public final class IcsWriter {
    private static final Duration BACK = Duration.ofDays(366);
    private static final Duration AHEAD = Duration.ofDays(6 * 366);
    private static final String REFRESH = "PT1H";

    private final StringWriter text = new StringWriter();
    private final VObjectWriter writer = new VObjectWriter(text, SyntaxStyle.NEW);
    private final Feed feed;

    /** {@code words}: what its events are, such as "FREEZE"; {@code busy}: whether they take the time they stand in. */
    public record Feed(
            UUID id,
            String name,
            String words,
            boolean busy,
            ZoneId zone,
            Instant changedAt,
            long revision,
            List<Portable> entries) {
        public Feed {
            entries = List.copyOf(entries);
        }
    }

    private IcsWriter(Feed feed) {
        this.feed = feed;
    }

    public static String write(Feed feed) {
        try {
            return new IcsWriter(feed).write();
        } catch (IOException impossible) {
            throw new UncheckedIOException(impossible);
        }
    }

    private String write() throws IOException {
        writer.setCaretEncodingEnabled(true);
        writer.writeBeginComponent("VCALENDAR");
        writer.writeProperty("VERSION", "2.0");
        writer.writeProperty("PRODID", "-//Breakwater//Calendars//EN");
        writer.writeProperty("CALSCALE", "GREGORIAN");
        writer.writeProperty("METHOD", "PUBLISH");
        text("NAME", feed.name());
        text("X-WR-CALNAME", feed.name());
        writer.writeProperty("X-WR-TIMEZONE", feed.zone().getId());
        writer.writeProperty(null, "REFRESH-INTERVAL", parameter("VALUE", "DURATION"), REFRESH);
        writer.writeProperty("X-PUBLISHED-TTL", REFRESH);
        for (var zone : feed.entries().stream().map(Portable::zone).distinct().toList()) {
            zone(zone);
        }
        for (var i = 0; i < feed.entries().size(); i++) {
            event(i, feed.entries().get(i));
        }
        writer.writeEndComponent("VCALENDAR");
        writer.flush();
        return text.toString();
    }

    private void event(int number, Portable entry) throws IOException {
        writer.writeBeginComponent("VEVENT");
        writer.writeProperty("UID", "%s-%d@breakwater".formatted(feed.id(), number));
        writer.writeProperty("DTSTAMP", utc(feed.changedAt()));
        writer.writeProperty("LAST-MODIFIED", utc(feed.changedAt()));
        writer.writeProperty("SEQUENCE", String.valueOf(feed.revision()));
        text("SUMMARY", entry.summary().isEmpty() ? feed.name() : entry.summary());
        writer.writeProperty("CATEGORIES", feed.words());
        writer.writeProperty("TRANSP", feed.busy() ? "OPAQUE" : "TRANSPARENT");
        time("DTSTART", entry.zone(), entry.start());
        if (entry.end() != null) {
            time("DTEND", entry.zone(), entry.end());
        } else if (entry.duration() != null) {
            writer.writeProperty("DURATION", entry.duration());
        }
        if (entry.rrule() != null) {
            writer.writeProperty("RRULE", entry.rrule());
        }
        for (var date : entry.exdates()) {
            time("EXDATE", entry.zone(), date);
        }
        for (var date : entry.rdates()) {
            time("RDATE", entry.zone(), date);
        }
        writer.writeEndComponent("VEVENT");
    }

    /** Its changes of the clock from last year to six years ahead, one by one: every reader understands that, and feeds are read again. */
    private void zone(ZoneId zone) throws IOException {
        var rules = zone.getRules();
        var from = feed.changedAt().minus(BACK);
        writer.writeBeginComponent("VTIMEZONE");
        writer.writeProperty("TZID", zone.getId());
        var start = from.atOffset(ZoneOffset.UTC).toLocalDate().withDayOfYear(1).atStartOfDay();
        observance(rules.isDaylightSavings(from), start, rules.getOffset(from), rules.getOffset(from));
        var change = rules.nextTransition(from);
        while (change != null && change.getInstant().isBefore(from.plus(AHEAD))) {
            observance(change, rules.isDaylightSavings(change.getInstant()));
            change = rules.nextTransition(change.getInstant());
        }
        writer.writeEndComponent("VTIMEZONE");
    }

    private void observance(ZoneOffsetTransition change, boolean daylight) throws IOException {
        observance(daylight, change.getDateTimeBefore(), change.getOffsetBefore(), change.getOffsetAfter());
    }

    private void observance(boolean daylight, LocalDateTime start, ZoneOffset before, ZoneOffset after)
            throws IOException {
        var name = daylight ? "DAYLIGHT" : "STANDARD";
        writer.writeBeginComponent(name);
        writer.writeProperty("DTSTART", Stamp.text(start));
        writer.writeProperty("TZOFFSETFROM", offset(before));
        writer.writeProperty("TZOFFSETTO", offset(after));
        writer.writeEndComponent(name);
    }

    private void time(String name, ZoneId zone, LocalDateTime at) throws IOException {
        if (zone.getId().equals("UTC")) {
            writer.writeProperty(name, Stamp.text(at) + "Z");
        } else {
            writer.writeProperty(null, name, parameter("TZID", zone.getId()), Stamp.text(at));
        }
    }

    private void text(String name, String value) throws IOException {
        writer.writeProperty(name, VObjectPropertyValues.escape(value));
    }

    private static VObjectParameters parameter(String name, String value) {
        var parameters = new VObjectParameters();
        parameters.put(name, value);
        return parameters;
    }

    private static String utc(Instant at) {
        return Stamp.text(LocalDateTime.ofInstant(at, ZoneOffset.UTC)) + "Z";
    }

    private static String offset(ZoneOffset offset) {
        var seconds = Math.abs(offset.getTotalSeconds());
        var text = "%s%02d%02d".formatted(offset.getTotalSeconds() < 0 ? "-" : "+", seconds / 3600, seconds / 60 % 60);
        return seconds % 60 == 0 ? text : text + String.format(Locale.ROOT, "%02d", seconds % 60);
    }
}
