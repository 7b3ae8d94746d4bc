package dev.breakwater.rollout.engine.evidence;

/**
 * Whether more hosts fail than would without the new generation: an e-value with a Beta(1, 4) mixture against the expected rate.
 * May be looked at after every host (Ville's inequality): a rollout that fails at the expected rate, or less often, is
 * stopped with a probability of at most {@link #FALSE_ALARM}, however long it runs.
 */
public record Sequential(double expectedRate) {

    public static final double FALSE_ALARM = 0.01;
    public static final double THRESHOLD = 1 / FALSE_ALARM;

    /** Up to here one failure more always makes the e-value grow; see the decision record. */
    public static final double RATE_MAX = 0.2;

    private static final double A = 1;
    private static final double B = 4;

    public Sequential {
        if (!(expectedRate > 0 && expectedRate <= RATE_MAX)) {
            throw new IllegalArgumentException("an expected failure rate of " + expectedRate);
        }
    }

    public boolean alarms(Tally tally) {
        return tally.rate() > expectedRate && logEValue(tally) >= Math.log(THRESHOLD);
    }

    /** How many times better "it fails at a rate of its own" explains the tally than "it fails at the expected rate". */
    public double eValue(Tally tally) {
        return Math.exp(logEValue(tally));
    }

    double logEValue(Tally tally) {
        int failed = tally.failed();
        int well = tally.judged() - failed;
        return Gamma.logBeta(A + failed, B + well)
                - Gamma.logBeta(A, B)
                - failed * Math.log(expectedRate)
                - well * Math.log1p(-expectedRate);
    }
}
