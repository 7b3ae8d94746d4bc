package dev.breakwater.rollout.engine.simulate;

/** What is assumed: the share of hosts that the new generation breaks, how often to play, and the seed of chance. */
public record Assumed(double defectRate, int runs, long seed) {

    public static final int RUNS_MAX = 10_000;

    public Assumed {
        if (!(defectRate >= 0 && defectRate <= 1)) {
            throw new IllegalArgumentException("a defect rate of " + defectRate);
        }
        if (runs < 1 || runs > RUNS_MAX) {
            throw new IllegalArgumentException(runs + " runs");
        }
    }
}
