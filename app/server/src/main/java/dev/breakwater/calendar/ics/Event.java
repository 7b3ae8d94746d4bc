package dev.breakwater.calendar.ics;

import dev.breakwater.calendar.time.Entry;
import java.time.LocalDateTime;
import java.time.ZoneId;
import java.util.ArrayList;
import java.util.List;
import org.jspecify.annotations.Nullable;

/** One event of a file. {@code replaces}: the occurrence of the event with the same {@code uid} that it stands for. */
record Event(String uid, Entry entry, @Nullable Stamp replaces, boolean cancelled) {

    /** The entry without the occurrences that other events replace. */
    Entry without(List<Event> replacing, ZoneId calendar) {
        var excepted = new ArrayList<LocalDateTime>(entry.exdates());
        var own = entry.zone() == null ? calendar : ZoneId.of(entry.zone());
        for (var other : replacing) {
            var stamp = other.replaces();
            if (stamp != null) {
                excepted.add(stamp.in(own, calendar));
            }
        }
        return new Entry(
                entry.summary(),
                entry.start(),
                entry.duration(),
                entry.end(),
                entry.rrule(),
                excepted,
                entry.rdates(),
                entry.zone());
    }
}
