package dev.breakwater.calendar;

import java.time.Duration;
import java.time.Instant;
import java.util.ArrayList;
import java.util.BitSet;
import java.util.Collection;
import java.util.HashMap;
import java.util.HashSet;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.function.Function;
import org.jspecify.annotations.Nullable;

/** Every calendar there is, unrolled around a moment, as of a count of changes. Immutable. */
final class Unrolled {
    /** For so long, a moment later than the one it was unrolled around still sees almost all of five years ahead. */
    private static final Duration FRESH = Duration.ofDays(30);

    private static final Duration BEFORE = Duration.ofDays(1);

    private final long changes;
    private final Instant around;
    private final Map<CalendarId, Kept> calendars;

    private Unrolled(long changes, Instant around, Map<CalendarId, Kept> calendars) {
        this.changes = changes;
        this.around = around;
        this.calendars = Map.copyOf(calendars);
    }

    private record Kept(long revision, Timeline timeline) {}

    static Unrolled nothing() {
        return new Unrolled(-1, Instant.EPOCH, Map.of());
    }

    boolean serves(long newest, Instant now) {
        return changes == newest && isNear(now);
    }

    /** Unrolls what has changed since; all of it, where that was too long ago. */
    Unrolled renewed(long newest, Collection<MaintenanceCalendar> rows, Instant now) {
        var near = isNear(now);
        var kept = new LinkedHashMap<CalendarId, Kept>();
        for (var row : rows) {
            var id = new CalendarId(row.id());
            var old = calendars.get(id);
            var unchanged = near && old != null && old.revision() == row.revision();
            kept.put(id, unchanged ? old : new Kept(row.revision(), Calendars.unroll(row, now)));
        }
        return new Unrolled(newest, near ? around : now, kept);
    }

    private boolean isNear(Instant now) {
        return now.isAfter(around.minus(BEFORE)) && now.isBefore(around.plus(FRESH));
    }

    /** Those that bind hosts by a selector. */
    List<Timeline> bound() {
        return calendars.values().stream()
                .map(Kept::timeline)
                .filter(each -> each.selector() != null)
                .toList();
    }

    Schedule schedule(Map<String, String> labels, Set<CalendarId> named) {
        if (calendars.isEmpty() && named.isEmpty()) {
            return new Schedule(List.of(), Set.of());
        }
        var applying = new ArrayList<Timeline>();
        for (var kept : calendars.values()) {
            var timeline = kept.timeline();
            if (named.contains(timeline.id()) || timeline.binds(labels)) {
                applying.add(timeline);
            }
        }
        return new Schedule(applying, gone(named));
    }

    /** Hosts that are bound alike share one schedule: a million have few. */
    Function<Map<String, String>, Schedule> binder(Set<CalendarId> named) {
        var bound = bound();
        var alike = new HashMap<BitSet, Schedule>();
        return labels -> {
            var binding = new BitSet(bound.size());
            for (var i = 0; i < bound.size(); i++) {
                binding.set(i, bound.get(i).binds(labels));
            }
            return alike.computeIfAbsent(binding, _ -> schedule(labels, named));
        };
    }

    /** Of just these calendars. */
    Schedule schedule(Set<CalendarId> only) {
        var applying = calendars.values().stream()
                .map(Kept::timeline)
                .filter(each -> only.contains(each.id()))
                .toList();
        return new Schedule(applying, gone(only));
    }

    /** By its name, or by its id. */
    @Nullable
    Timeline find(String named) {
        for (var kept : calendars.values()) {
            var timeline = kept.timeline();
            if (timeline.name().equals(named) || timeline.id().toString().equals(named)) {
                return timeline;
            }
        }
        return null;
    }

    private Set<CalendarId> gone(Set<CalendarId> named) {
        var gone = new HashSet<>(named);
        gone.removeAll(calendars.keySet());
        return gone;
    }
}
