package dev.breakwater.rollout.engine.evidence;

import java.util.function.DoublePredicate;

/** Bounds on a failure rate after Clopper and Pearson: exact, for one look; for display, never for stopping. */
final class Bounds {

    private static final int HALVINGS = 60;
    private static final int STEPS_MAX = 10_000;
    private static final double PRECISION = 1e-15;
    private static final double TINY = 1e-300;

    private Bounds() {}

    /** The rate under which so few failures have that chance: {@code 1 - chance^(1/n)} where nothing failed. */
    static double upper(Tally tally, double chance) {
        if (tally.failed() == tally.judged()) {
            return 1;
        }
        double a = tally.failed() + 1.0;
        double b = tally.judged() - tally.failed();
        return root(rate -> incompleteBeta(a, b, rate) < 1 - chance);
    }

    /** The rate under which so many failures have that chance. */
    static double lower(Tally tally, double chance) {
        if (tally.failed() == 0) {
            return 0;
        }
        double a = tally.failed();
        double b = tally.judged() - tally.failed() + 1.0;
        return root(rate -> incompleteBeta(a, b, rate) < chance);
    }

    private static double root(DoublePredicate below) {
        double low = 0;
        double high = 1;
        for (int i = 0; i < HALVINGS; i++) {
            double middle = (low + high) / 2;
            if (below.test(middle)) {
                low = middle;
            } else {
                high = middle;
            }
        }
        return (low + high) / 2;
    }

    /** Regularised. Its continued fraction converges fast on one side of the mean; the other side is its mirror. */
    static double incompleteBeta(double a, double b, double x) {
        double front = Math.exp(a * Math.log(x) + b * Math.log1p(-x) - Gamma.logBeta(a, b));
        if (x < (a + 1) / (a + b + 2)) {
            return front * fraction(a, b, x) / a;
        }
        return 1 - front * fraction(b, a, 1 - x) / b;
    }

    /** Lentz's method. */
    private static double fraction(double a, double b, double x) {
        double c = 1;
        double d = inverse(1 - (a + b) * x / (a + 1));
        double result = d;
        for (int m = 1; m <= STEPS_MAX; m++) {
            double even = m * (b - m) * x / ((a + 2 * m - 1) * (a + 2 * m));
            d = inverse(1 + even * d);
            c = atLeastTiny(1 + even / c);
            result *= d * c;
            double odd = -(a + m) * (a + b + m) * x / ((a + 2 * m) * (a + 2 * m + 1));
            d = inverse(1 + odd * d);
            c = atLeastTiny(1 + odd / c);
            result *= d * c;
            if (Math.abs(d * c - 1) < PRECISION) {
                return result;
            }
        }
        return result;
    }

    private static double inverse(double value) {
        return 1 / atLeastTiny(value);
    }

    private static double atLeastTiny(double value) {
        return Math.abs(value) < TINY ? TINY : value;
    }
}
