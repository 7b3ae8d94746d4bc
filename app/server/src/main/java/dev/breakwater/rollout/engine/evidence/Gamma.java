package dev.breakwater.rollout.engine.evidence;

/** Logarithms of the gamma and beta functions for positive arguments, to about 14 digits. */
final class Gamma {

    /** Lanczos' approximation with g = 7 and nine terms (Godfrey's coefficients). */
    private static final double G = 7;

    private static final double[] TERMS = {
        0.9999999999998099,
        676.5203681218851,
        -1259.1392167224028,
        771.3234287776531,
        -176.6150291621406,
        12.507343278686905,
        -0.13857109526572012,
        9.984369578019572e-6,
        1.5056327351493116e-7
    };

    private static final double HALF_LOG_TWO_PI = Math.log(2 * Math.PI) / 2;

    private Gamma() {}

    static double log(double x) {
        double shifted = x - 1;
        double sum = TERMS[0];
        for (int i = 1; i < TERMS.length; i++) {
            sum += TERMS[i] / (shifted + i);
        }
        double base = shifted + G + 0.5;
        return HALF_LOG_TWO_PI + (shifted + 0.5) * Math.log(base) - base + Math.log(sum);
    }

    static double logBeta(double a, double b) {
        return log(a) + log(b) - log(a + b);
    }
}
