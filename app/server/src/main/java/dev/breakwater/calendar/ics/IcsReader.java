package dev.breakwater.calendar.ics;

import dev.breakwater.calendar.time.Entry;
import dev.breakwater.calendar.time.EntryRules;
import java.time.Instant;
import java.time.ZoneId;
import java.util.ArrayList;
import java.util.List;
import java.util.Locale;
import java.util.Set;
import java.util.stream.Collectors;

/**
 * Makes entries of a file's events. What cannot be understood is refused by name, all of it at once; nothing is dropped but events that
 * are cancelled.
 */
public final class IcsReader {
    /** They say nothing of when. */
    private static final Set<String> OF_CALENDARS = Set.of(
            "VERSION",
            "PRODID",
            "CALSCALE",
            "METHOD",
            "NAME",
            "DESCRIPTION",
            "UID",
            "LAST-MODIFIED",
            "URL",
            "CATEGORIES",
            "REFRESH-INTERVAL",
            "SOURCE",
            "COLOR",
            "IMAGE");

    private final Findings findings = new Findings();
    private final ZoneId calendar;
    private final Instant now;

    private IcsReader(ZoneId calendar, Instant now) {
        this.calendar = calendar;
        this.now = now;
    }

    /** {@code calendar}: where dates, and times without a zone, are. */
    public static List<Entry> read(String text, ZoneId calendar, Instant now) {
        return new IcsReader(calendar, now).read(text);
    }

    private List<Entry> read(String text) {
        var file = IcsFile.read(text, findings);
        requireGregorian(file);
        var zones = new FileZones(blocks(file, "VTIMEZONE"), calendar, now, findings);
        var events = blocks(file, "VEVENT");
        findings.check(
                events.size() <= EntryRules.MOST_ENTRIES, "more than %d events".formatted(EntryRules.MOST_ENTRIES));
        findings.raise();
        var read = new ArrayList<Event>();
        for (var i = 0; i < events.size(); i++) {
            new EventReader(events.get(i), i, zones, calendar, findings).read().ifPresent(read::add);
        }
        findings.raise();
        return entries(read);
    }

    private void requireGregorian(Block file) {
        var scale = file.text("CALSCALE");
        findings.check(
                scale == null || scale.equalsIgnoreCase("GREGORIAN"), "CALSCALE %s is not supported".formatted(scale));
        for (var block : file.blocks) {
            findings.check(
                    block.name.equals("VTIMEZONE") || block.name.equals("VEVENT"),
                    "line %d: %s is not supported, only VEVENT is".formatted(block.line, block.name));
        }
        for (var property : file.properties) {
            var name = property.getName().toUpperCase(Locale.ROOT);
            findings.check(
                    name.startsWith("X-") || OF_CALENDARS.contains(name), name + " of VCALENDAR is not supported");
        }
    }

    private static List<Block> blocks(Block file, String name) {
        return file.blocks.stream().filter(block -> block.name.equals(name)).toList();
    }

    /** An event that replaces one occurrence of another is an entry of its own, and that occurrence an exception of the other. */
    private List<Entry> entries(List<Event> events) {
        var replacing =
                events.stream().filter(event -> event.replaces() != null).collect(Collectors.groupingBy(Event::uid));
        return events.stream()
                .filter(event -> !event.cancelled())
                .map(event -> event.replaces() == null
                        ? event.without(replacing.getOrDefault(event.uid(), List.of()), calendar)
                        : event.entry())
                .toList();
    }
}
