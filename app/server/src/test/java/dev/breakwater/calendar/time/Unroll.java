package dev.breakwater.calendar.time;

import java.time.Instant;
import java.time.LocalDateTime;
import java.time.ZoneId;
import java.util.ArrayList;
import java.util.List;

/** Entries by what differs, and what becomes of them. */
record Unroll(ZoneId zone, Instant around) {
    static Unroll in(String zone, String around) {
        return new Unroll(ZoneId.of(zone), Instant.parse(around));
    }

    static Entry lasting(String start, String duration, String rrule, String... exdates) {
        var excepted = List.of(exdates).stream().map(LocalDateTime::parse).toList();
        return new Entry(null, LocalDateTime.parse(start), duration, null, rrule, excepted, null, null);
    }

    static Entry until(String start, String end, String rrule) {
        return new Entry(null, LocalDateTime.parse(start), null, LocalDateTime.parse(end), rrule, null, null, null);
    }

    /** The spans that end after the moment they are unrolled around, as "from/until". */
    List<String> first(int count, Entry... entries) {
        var spans = Expansion.of(List.of(entries), zone, around);
        var found = new ArrayList<String>();
        var at = spans.coveringOrAfter(around);
        while (at.isPresent() && found.size() < count) {
            found.add(at.get().from() + "/" + at.get().until());
            at = spans.coveringOrAfter(at.get().until());
        }
        return found;
    }
}
