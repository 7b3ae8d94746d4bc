package dev.breakwater.convoy;

import java.time.Duration;

/** How many requests may wait, how many go together, in how many transactions at once, and how long one may wait. */
public record Limits(int waiting, int together, int lanes, Duration longestWait) {
    public Limits {
        if (waiting < 1 || together < 1 || lanes < 1 || !longestWait.isPositive()) {
            throw new IllegalArgumentException("the limits of a convoy must be positive");
        }
    }
}
