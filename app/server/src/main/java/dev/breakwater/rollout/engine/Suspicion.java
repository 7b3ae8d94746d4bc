package dev.breakwater.rollout.engine;

import dev.breakwater.rollout.engine.evidence.Sequential;
import dev.breakwater.rollout.engine.evidence.Tally;
import dev.breakwater.rollout.engine.policy.Policy;
import java.math.BigDecimal;
import java.math.MathContext;
import java.util.Locale;
import java.util.Optional;

/** Whether all judged hosts of a rollout together fail more often than chance explains, though no wave has spent its budget. */
final class Suspicion {

    private Suspicion() {}

    static Optional<String> of(Policy policy, Tally tally) {
        Sequential test = test(policy);
        return test.alarms(tally) ? Optional.of(figures(policy, tally)) : Optional.empty();
    }

    static String figures(Policy policy, Tally tally) {
        if (tally.judged() == 0) {
            return "no host has been judged yet";
        }
        Sequential test = test(policy);
        return String.format(
                Locale.ROOT,
                "%d of %s judged in this rollout failed where %s%% would, with evidence %.3g of %.0f against it",
                tally.failed(),
                Judge.hosts(tally.judged()),
                percent(test.expectedRate()),
                test.eValue(tally),
                Sequential.THRESHOLD);
    }

    private static String percent(double rate) {
        return new BigDecimal(rate * 100)
                .round(new MathContext(3))
                .stripTrailingZeros()
                .toPlainString();
    }

    private static Sequential test(Policy policy) {
        return new Sequential(policy.trial().expectedFailureRate());
    }
}
