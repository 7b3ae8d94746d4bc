package dev.breakwater.simulation;

import java.time.Clock;
import java.time.Duration;
import java.time.Instant;
import java.time.ZoneId;
import java.time.ZoneOffset;
import java.util.concurrent.atomic.AtomicReference;

/** One time for all servers of a simulation, that passes only when it is told to; each server may be off by its own skew. */
final class SettableClock extends Clock {
    private final AtomicReference<Instant> time;
    private volatile Duration skew = Duration.ZERO;

    private SettableClock(AtomicReference<Instant> time) {
        this.time = time;
    }

    static SettableClock at(Instant start) {
        return new SettableClock(new AtomicReference<>(start));
    }

    /** Another server's. */
    SettableClock another() {
        return new SettableClock(time);
    }

    void pass(Duration duration) {
        time.updateAndGet(now -> now.plus(duration));
    }

    void skew(Duration skew) {
        this.skew = skew;
    }

    @Override
    public Instant instant() {
        return time.get().plus(skew);
    }

    @Override
    public ZoneId getZone() {
        return ZoneOffset.UTC;
    }

    @Override
    public Clock withZone(ZoneId zone) {
        throw new UnsupportedOperationException("every server speaks UTC");
    }
}
