package dev.breakwater.calendar.ics;

import java.time.LocalDate;
import java.time.LocalDateTime;
import java.time.ZoneId;
import java.time.format.DateTimeFormatter;
import java.time.format.ResolverStyle;
import java.util.Locale;
import org.jspecify.annotations.Nullable;

/** A date or a time in a file. {@code zone} is null for a date and for a time that floats: both are where the calendar is. */
record Stamp(LocalDateTime at, boolean allDay, @Nullable ZoneId zone) {
    private static final DateTimeFormatter TIME = format("uuuuMMdd'T'HHmmss");
    private static final DateTimeFormatter DATE = format("uuuuMMdd");

    private static DateTimeFormatter format(String pattern) {
        return DateTimeFormatter.ofPattern(pattern, Locale.ROOT).withResolverStyle(ResolverStyle.STRICT);
    }

    /** Throws {@link java.time.DateTimeException} where the text is none. */
    static Stamp of(String text, @Nullable ZoneId zone) {
        if (text.endsWith("Z")) {
            return new Stamp(local(text.substring(0, text.length() - 1)), false, ZoneId.of("UTC"));
        }
        return text.length() == 8
                ? new Stamp(LocalDate.parse(text, DATE).atStartOfDay(), true, null)
                : new Stamp(local(text), false, zone);
    }

    static LocalDateTime local(String text) {
        return LocalDateTime.parse(text, TIME);
    }

    static String text(LocalDateTime at) {
        return TIME.format(at);
    }

    /** The same moment on the clocks of another zone; {@code calendar} is where what floats is. */
    LocalDateTime in(@Nullable ZoneId other, ZoneId calendar) {
        var here = zone == null ? calendar : zone;
        var there = other == null ? calendar : other;
        return here.equals(there)
                ? at
                : at.atZone(here).withZoneSameInstant(there).toLocalDateTime();
    }
}
