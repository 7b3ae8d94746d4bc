package dev.breakwater.rollout;

import dev.breakwater.rollout.engine.evidence.BaseRate;
import dev.breakwater.rollout.store.ExperienceStore;
import dev.breakwater.rollout.store.RolloutRow;
import dev.breakwater.rollout.store.RolloutStore;
import java.math.BigDecimal;
import java.math.RoundingMode;
import java.time.Duration;
import java.time.Instant;
import org.springframework.stereotype.Component;

/** Settles, when a rollout starts, how many hosts would fail with a good generation: as asked for, else as experience says. */
@Component
class Expectation {
    private static final Duration EXPERIENCE = Duration.ofDays(90);
    private static final int DIGITS = 2;

    private final ExperienceStore experience;
    private final RolloutStore rollouts;

    Expectation(ExperienceStore experience, RolloutStore rollouts) {
        this.experience = experience;
        this.rollouts = rollouts;
    }

    void settle(RolloutRow row, RolloutSpec spec, Instant now) {
        if (spec.expectedFailureRate() == null) {
            var seen = experience.since(now.minus(EXPERIENCE), row.generationId());
            rollouts.expect(row.id(), percentage(BaseRate.of(seen)));
        }
    }

    private static String percentage(double rate) {
        return BigDecimal.valueOf(rate * 100)
                        .setScale(DIGITS, RoundingMode.HALF_UP)
                        .stripTrailingZeros()
                        .toPlainString()
                + "%";
    }
}
