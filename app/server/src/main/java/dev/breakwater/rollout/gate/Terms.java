package dev.breakwater.rollout.gate;

import dev.breakwater.web.Violations;
import java.time.Duration;

/** All of a gate that an operator may choose, but for its secret. */
record Terms(
        String name,
        GateType type,
        GateConfig config,
        boolean dryRun,
        NoDataPolicy onNoData,
        Duration interval,
        Duration timeout,
        int consecutiveErrors) {
    static final Duration INTERVAL = Duration.ofMinutes(1);
    static final Duration TIMEOUT = Duration.ofSeconds(10);
    static final int ERRORS = 4;
    private static final Duration LONGEST_INTERVAL = Duration.ofDays(1);
    private static final Duration LONGEST_TIMEOUT = Duration.ofSeconds(60);
    private static final int MOST_ERRORS = 100;
    private static final String NAME = "[a-z0-9]([-a-z0-9]{0,61}[a-z0-9])?";

    Terms check(ConfigRules rules) {
        var violations = new Violations()
                .check(
                        name.matches(NAME),
                        "/name",
                        "must have 1 to 63 lower-case letters, digits or '-', with a letter or digit at both ends")
                .check(isWholeSeconds(interval, LONGEST_INTERVAL), "/interval", "must be from PT1S to P1D, in seconds")
                .check(isWholeSeconds(timeout, LONGEST_TIMEOUT), "/timeout", "must be from PT1S to PT60S, in seconds")
                .check(
                        consecutiveErrors >= 1 && consecutiveErrors <= MOST_ERRORS,
                        "/consecutiveErrors",
                        "must be between 1 and " + MOST_ERRORS);
        rules.check(type, config, violations);
        violations.raise();
        return this;
    }

    private static boolean isWholeSeconds(Duration duration, Duration longest) {
        return duration.isPositive() && duration.compareTo(longest) <= 0 && duration.toNanosPart() == 0;
    }
}
