package dev.breakwater.calendar.time;

import java.time.Instant;

/** From a moment up to, not including, another. */
public record Span(Instant from, Instant until) {
    public Span {
        if (!from.isBefore(until)) {
            throw new IllegalArgumentException(from + " is not before " + until);
        }
    }

    public boolean covers(Instant at) {
        return !at.isBefore(from) && at.isBefore(until);
    }
}
