package dev.breakwater.calendar.time;

import java.time.Instant;
import java.util.Arrays;
import java.util.List;
import java.util.Optional;

/** Spans of time in order, none touching the next, in milliseconds; one is found by binary search. Immutable. */
public final class Spans {
    private final long[] starts;
    private final long[] ends;

    private Spans(long[] starts, long[] ends) {
        this.starts = starts;
        this.ends = ends;
    }

    /** Those that overlap or touch become one. */
    static Spans merged(List<Span> spans) {
        var ordered =
                spans.stream().sorted((a, b) -> a.from().compareTo(b.from())).toList();
        var starts = new long[ordered.size()];
        var ends = new long[ordered.size()];
        var last = -1;
        for (var span : ordered) {
            var from = span.from().toEpochMilli();
            if (last < 0 || from > ends[last]) {
                starts[++last] = from;
                ends[last] = span.until().toEpochMilli();
            } else {
                ends[last] = Math.max(ends[last], span.until().toEpochMilli());
            }
        }
        return new Spans(Arrays.copyOf(starts, last + 1), Arrays.copyOf(ends, last + 1));
    }

    public int size() {
        return starts.length;
    }

    /** The one that covers a moment, or else the next after it. */
    public Optional<Span> coveringOrAfter(Instant at) {
        var millis = at.toEpochMilli();
        var index = lastStartedBy(millis);
        if (index >= 0 && millis < ends[index]) {
            return Optional.of(span(index));
        }
        return index + 1 < starts.length ? Optional.of(span(index + 1)) : Optional.empty();
    }

    public Optional<Span> covering(Instant at) {
        return coveringOrAfter(at).filter(span -> span.covers(at));
    }

    private int lastStartedBy(long millis) {
        var found = Arrays.binarySearch(starts, millis);
        return found >= 0 ? found : -found - 2;
    }

    private Span span(int index) {
        return new Span(Instant.ofEpochMilli(starts[index]), Instant.ofEpochMilli(ends[index]));
    }
}
