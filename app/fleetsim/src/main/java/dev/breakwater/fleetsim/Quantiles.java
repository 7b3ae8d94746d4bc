package dev.breakwater.fleetsim;

import java.time.Duration;
import java.util.Collection;
import java.util.List;

/** Measured times, sorted. */
record Quantiles(List<Duration> sorted) {
    static Quantiles of(Collection<Duration> times) {
        return new Quantiles(times.stream().sorted().toList());
    }

    /** The smallest time that at least this share of all did not exceed (nearest rank). */
    Duration at(double share) {
        return sorted.get(Math.max(0, (int) Math.ceil(share * sorted.size()) - 1));
    }

    Duration largest() {
        return sorted.getLast();
    }

    @Override
    public String toString() {
        return "p50 %.1f ms, p99 %.1f ms, max %.1f ms of %d"
                .formatted(millis(at(0.50)), millis(at(0.99)), millis(largest()), sorted.size());
    }

    static double millis(Duration time) {
        return time.toNanos() / 1e6;
    }
}
