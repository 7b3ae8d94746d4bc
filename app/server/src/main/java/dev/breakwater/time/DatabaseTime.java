package dev.breakwater.time;

import java.time.Clock;
import java.time.Duration;
import java.time.Instant;
import java.time.ZoneId;
import java.time.ZoneOffset;
import java.time.temporal.ChronoUnit;
import java.util.function.LongSupplier;

/**
 * PostgreSQL's time. Between two readings it runs with this machine's monotonic clock: a machine whose own clock is wrong, or is set
 * anew, decides like all others. It ticks as PostgreSQL does, so that times survive being stored.
 */
final class DatabaseTime extends Clock {
    /** A reading that took longer says too little. */
    static final Duration SLOWEST = Duration.ofSeconds(1);

    private record Anchor(Instant time, long nanos) {
        Instant at(long now) {
            return time.plusNanos(now - nanos);
        }
    }

    private final LongSupplier monotonic;
    private volatile Anchor anchor;

    /** Until the first reading it is what the machine takes it for. */
    DatabaseTime(Instant start, LongSupplier monotonic) {
        this.monotonic = monotonic;
        this.anchor = new Anchor(start, monotonic.getAsLong());
    }

    /** What PostgreSQL said between {@code asked} and now. Less than the question's own uncertainty changes nothing. */
    void read(Instant said, long asked) {
        var answered = monotonic.getAsLong();
        var took = Duration.ofNanos(answered - asked);
        if (took.compareTo(SLOWEST) > 0) {
            return;
        }
        var uncertain = took.dividedBy(2);
        var read = new Anchor(said.plus(uncertain), answered);
        if (Duration.between(anchor.at(answered), read.time()).abs().compareTo(uncertain) > 0) {
            anchor = read;
        }
    }

    @Override
    public Instant instant() {
        return anchor.at(monotonic.getAsLong()).truncatedTo(ChronoUnit.MICROS);
    }

    @Override
    public ZoneId getZone() {
        return ZoneOffset.UTC;
    }

    @Override
    public Clock withZone(ZoneId zone) {
        throw new UnsupportedOperationException("the server reckons in UTC");
    }
}
