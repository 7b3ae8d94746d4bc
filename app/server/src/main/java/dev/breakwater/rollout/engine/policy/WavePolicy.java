package dev.breakwater.rollout.engine.policy;

import static dev.breakwater.rollout.engine.policy.InvalidPolicy.require;

import java.time.Duration;

/** One wave as asked for. The deadline runs per host: from its offer until it speaks, and from its claim until it settles. */
public record WavePolicy(
        String name, WaveSize size, Duration soak, Duration deadline, Budget budget, Clearance clearance) {

    /** The name of the wave that is in no plan. */
    public static final String NEWCOMERS = "newcomers";

    static final int NAME_MAX = 63;
    static final Duration SOAK_MAX = Duration.ofDays(30);
    static final Duration DEADLINE_MAX = Duration.ofDays(30);

    public WavePolicy {
        require(!name.isBlank(), "name", "must not be empty");
        require(name.length() <= NAME_MAX, "name", "must not be longer than " + NAME_MAX + " characters");
        require(!soak.isNegative(), "soak", "must not be negative");
        require(soak.compareTo(SOAK_MAX) <= 0, "soak", "must not exceed " + SOAK_MAX);
        require(deadline.isPositive(), "deadline", "must be longer than zero");
        require(deadline.compareTo(DEADLINE_MAX) <= 0, "deadline", "must not exceed " + DEADLINE_MAX);
    }

    /** The same terms for hosts that nobody has counted yet. */
    WavePolicy forNewcomers() {
        return new WavePolicy(NEWCOMERS, new WaveSize.Newcomers(), soak, deadline, budget.ofUncounted(), clearance);
    }

    boolean planned() {
        return !(size instanceof WaveSize.Newcomers);
    }
}
