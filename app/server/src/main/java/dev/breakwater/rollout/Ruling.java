package dev.breakwater.rollout;

import dev.breakwater.rollout.ClaimAnswer.NotNow;
import dev.breakwater.rollout.ClaimAnswer.Withdrawn;
import java.time.Duration;
import java.util.concurrent.ThreadLocalRandom;
import org.jspecify.annotations.Nullable;

/** What a rule makes of a claim, and what it saw. {@code refusal}: null where it holds. */
record Ruling(String rule, @Nullable ClaimAnswer refusal, String evidence) {
    /** A limit frees itself as hosts settle. */
    static final Duration SOON = Duration.ofSeconds(3);
    /** A person has to act. */
    static final Duration LATER = Duration.ofSeconds(20);

    static Ruling holds(String rule, String evidence) {
        return new Ruling(rule, null, evidence);
    }

    /** Spread, so that hosts turned away together do not come back together. */
    static Ruling notNow(String rule, String code, String why, Duration least) {
        var spread = ThreadLocalRandom.current().nextLong(Math.clamp(least.toMillis(), 1000, 20_000));
        return new Ruling(rule, new NotNow(code, why, least.plusMillis(spread)), why);
    }

    static Ruling withdrawn(String rule, String code, String why) {
        return new Ruling(rule, new Withdrawn(code, why), why);
    }

    boolean isHeld() {
        return refusal == null;
    }
}
