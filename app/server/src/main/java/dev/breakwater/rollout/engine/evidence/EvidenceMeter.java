package dev.breakwater.rollout.engine.evidence;

import java.util.List;
import java.util.stream.DoubleStream;

/**
 * What so many judged hosts can tell, and what they cannot.
 *
 * @param eValue at {@code threshold} the rollout is stopped, if more hosts failed than expected; shown up to {@link #E_VALUE_SHOWN}
 * @param upperBound the defect rate that such a tally would hide in one case of twenty: true rates above it are improbable
 * @param interval holds the true failure rate in 95 of 100 cases
 */
public record EvidenceMeter(
        int judged,
        int failed,
        double expectedFailureRate,
        double eValue,
        double threshold,
        List<Miss> missProbability,
        double upperBound,
        Interval interval) {

    public static final double E_VALUE_SHOWN = 1e9;
    private static final double ONE_SIDED = 0.05;
    private static final double TWO_SIDED = ONE_SIDED / 2;

    /** The chance that a defect which hits hosts at this rate has hit none of those judged. */
    public record Miss(double defectRate, double probability) {}

    public record Interval(double low, double high) {}

    public EvidenceMeter {
        missProbability = List.copyOf(missProbability);
    }

    public static EvidenceMeter of(Tally tally, double expectedRate) {
        return new EvidenceMeter(
                tally.judged(),
                tally.failed(),
                expectedRate,
                Math.min(new Sequential(expectedRate).eValue(tally), E_VALUE_SHOWN),
                Sequential.THRESHOLD,
                DoubleStream.of(0.5, 0.2, 0.1, 0.05, 0.01)
                        .mapToObj(rate -> new Miss(rate, Math.pow(1 - rate, tally.judged())))
                        .toList(),
                Bounds.upper(tally, ONE_SIDED),
                new Interval(Bounds.lower(tally, TWO_SIDED), Bounds.upper(tally, TWO_SIDED)));
    }
}
