package dev.breakwater.calendar.ics;

import dev.breakwater.calendar.time.Entry;
import dev.breakwater.web.FieldError;
import java.time.Instant;
import java.time.ZoneId;
import java.util.List;

/** Files by what differs. */
final class Files {
    static final Instant NOW = Instant.parse("2026-12-01T00:00:00Z");
    static final ZoneId BERLIN = ZoneId.of("Europe/Berlin");

    private Files() {}

    static String file(String... blocks) {
        return "BEGIN:VCALENDAR\r\nVERSION:2.0\r\nPRODID:-//test//EN\r\n" + String.join("", blocks)
                + "END:VCALENDAR\r\n";
    }

    static String event(String... lines) {
        return "BEGIN:VEVENT\r\nUID:one@test\r\nDTSTAMP:20261101T000000Z\r\nSUMMARY:Year end\r\n"
                + String.join("\r\n", lines) + "\r\nEND:VEVENT\r\n";
    }

    static List<Entry> read(String file) {
        return IcsReader.read(file, BERLIN, NOW);
    }

    static Entry only(String... lines) {
        var entries = read(file(event(lines)));
        if (entries.size() != 1) {
            throw new AssertionError(entries);
        }
        return entries.getFirst();
    }

    /** What is said against a file. */
    static List<String> refused(String file) {
        try {
            read(file);
            return List.of();
        } catch (IcsRefused refused) {
            return refused.errors().stream().map(FieldError::message).toList();
        }
    }
}
