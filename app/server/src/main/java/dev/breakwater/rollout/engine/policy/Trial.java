package dev.breakwater.rollout.engine.policy;

import static dev.breakwater.rollout.engine.policy.InvalidPolicy.require;

import java.time.Duration;

/**
 * What it takes to believe in a generation: how many healthy reports in a row of a host, how long all of them at the end, and the
 * share of hosts that would fail with a good generation as well.
 */
public record Trial(int minHealthy, Duration finalSoak, double expectedFailureRate) {

    public static final double RATE_MIN = 0.005;
    public static final double RATE_MAX = 0.05;
    static final int HEALTHY_MAX = 100;

    public Trial {
        require(minHealthy >= 1, "minHealthy", "must be at least 1");
        require(minHealthy <= HEALTHY_MAX, "minHealthy", "must not exceed " + HEALTHY_MAX);
        require(!finalSoak.isNegative(), "finalSoak", "must not be negative");
        require(finalSoak.compareTo(WavePolicy.SOAK_MAX) <= 0, "finalSoak", "must not exceed " + WavePolicy.SOAK_MAX);
        require(
                expectedFailureRate >= RATE_MIN && expectedFailureRate <= RATE_MAX,
                "expectedFailureRate",
                "must be between 0.5% and 5%");
    }

    public static Trial of(int minHealthy, Duration finalSoak) {
        return new Trial(minHealthy, finalSoak, 0.01);
    }
}
