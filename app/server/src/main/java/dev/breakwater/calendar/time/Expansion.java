package dev.breakwater.calendar.time;

import java.time.Duration;
import java.time.Instant;
import java.time.LocalDateTime;
import java.time.ZoneId;
import java.time.ZoneOffset;
import java.util.ArrayList;
import java.util.List;
import java.util.Set;
import java.util.function.Consumer;

/** Unrolls entries over a bounded stretch of time. */
public final class Expansion {
    /** How many occurrences a calendar may have within {@link #HORIZON}. */
    public static final int MOST = 20_000;
    /** How far ahead a calendar is unrolled. */
    public static final Duration HORIZON = Duration.ofDays(5 * 365 + 1);
    /** How far back: a wave that opened earlier than this has no window left to overrun. */
    private static final Duration BACK = Duration.ofDays(35);
    /** No zone is further from UTC. */
    private static final Duration FARTHEST = Duration.ofHours(18);

    private final ZoneId calendar;
    private final Instant from;
    private final Instant until;
    private final List<Span> spans = new ArrayList<>();

    private Expansion(ZoneId calendar, Instant around) {
        this.calendar = calendar;
        this.from = around.minus(BACK);
        this.until = around.plus(HORIZON);
    }

    /** Of entries that {@link EntryRules} found no fault with. */
    public static Spans of(List<Entry> entries, ZoneId calendar, Instant around) {
        var expansion = new Expansion(calendar, around);
        entries.forEach(expansion::add);
        return Spans.merged(expansion.spans);
    }

    /** As {@link #of}, without merging; stops just above {@link #MOST}. */
    static int count(List<Entry> entries, ZoneId calendar, Instant around) {
        var expansion = new Expansion(calendar, around);
        entries.forEach(expansion::add);
        return expansion.spans.size();
    }

    private void add(Entry entry) {
        var zone = entry.zoneIn(calendar);
        var length = entry.length();
        var excepted = Set.copyOf(entry.exdates());
        Consumer<LocalDateTime> take = start -> {
            if (!excepted.contains(start) && isWithin(start, zone)) {
                put(start.atZone(zone).toInstant(), length.end(start, zone));
            }
        };
        entry.rdates().forEach(take);
        var rule = entry.rrule();
        if (rule == null) {
            take.accept(entry.start());
            return;
        }
        var earliest = LocalDateTime.ofInstant(from, ZoneOffset.UTC)
                .minus(length.nominal())
                .minus(FARTHEST);
        Rule.of(rule, entry.start(), zone).each(earliest, start -> {
            take.accept(start);
            return isWithin(start, zone);
        });
    }

    private boolean isWithin(LocalDateTime start, ZoneId zone) {
        return spans.size() <= MOST && start.atZone(zone).toInstant().isBefore(until);
    }

    private void put(Instant begin, Instant end) {
        if (end.isAfter(from) && end.isAfter(begin)) {
            spans.add(new Span(begin, end));
        }
    }
}
