package dev.breakwater.calendar;

import dev.breakwater.calendar.time.Span;
import dev.breakwater.calendar.time.Spans;
import dev.breakwater.host.Selector;
import java.time.Instant;
import java.time.ZoneId;
import java.util.Map;
import java.util.Optional;
import org.jspecify.annotations.Nullable;

/** A calendar unrolled; {@code selector} is null where it binds no host by itself. Immutable. */
record Timeline(
        CalendarId id,
        String name,
        Kind kind,
        ZoneId zone,
        Overrun overrun,
        @Nullable Selector selector,
        Spans spans) {

    boolean binds(Map<String, String> labels) {
        return selector != null && selector.matches(labels);
    }

    boolean covers(Instant at) {
        return spans.covering(at).isPresent();
    }

    Optional<Span> coveringOrAfter(Instant at) {
        return spans.coveringOrAfter(at);
    }

    /** "Window prod-night of Europe/Berlin". */
    String title() {
        return "%s %s of %s".formatted(kind == Kind.WINDOW ? "Window" : "Freeze", name, zone);
    }
}
