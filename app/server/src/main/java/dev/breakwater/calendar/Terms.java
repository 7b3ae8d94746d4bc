package dev.breakwater.calendar;

import dev.breakwater.calendar.time.Entry;
import dev.breakwater.calendar.time.EntryRules;
import dev.breakwater.calendar.time.Expansion;
import dev.breakwater.host.Selector;
import dev.breakwater.web.InvalidField;
import java.time.Instant;
import java.time.ZoneId;
import java.util.List;
import org.jspecify.annotations.Nullable;

/** What people say of a calendar, checked. */
record Terms(String name, Kind kind, String selector, ZoneId zone, Overrun overrun, List<Entry> entries) {
    /** The selector of every host; the empty one, elsewhere the same, binds none here. */
    static final String EVERY_HOST = "*";

    Terms {
        entries = List.copyOf(entries);
    }

    Terms with(List<Entry> other) {
        return new Terms(name, kind, selector, zone, overrun, other);
    }

    @Nullable
    Selector binding() {
        if (selector.isEmpty()) {
            return null;
        }
        return selector.equals(EVERY_HOST) ? Selector.ALL : Selector.parse(selector);
    }

    static String canonical(@Nullable String selector) {
        var text = selector == null ? "" : selector.strip();
        return text.equals(EVERY_HOST)
                ? text
                : Selector.parse(text, "/selector").toString();
    }

    /** Refuses entries that break a rule, and a window that keeps its hosts from ever being moved. */
    Terms check(Instant now) {
        EntryRules.check(entries, zone, "/entries", now);
        if (kind == Kind.WINDOW
                && Expansion.of(entries, zone, now).coveringOrAfter(now).isEmpty()) {
            throw new InvalidField("/entries", "this window does not open within the next five years");
        }
        return this;
    }
}
