package dev.breakwater.rollout.engine.policy;

import org.jspecify.annotations.Nullable;

/** How many hosts of a wave may fail, and how many must settle before it soaks ({@code null}: every host that can be judged). */
public record Budget(Limit maxFailed, @Nullable Limit minSettled) {

    public static Budget of(Limit maxFailed) {
        return new Budget(maxFailed, null);
    }

    /** For a wave of which nobody knows how many hosts it will have: a number that must settle could be more than there are. */
    Budget ofUncounted() {
        return minSettled instanceof Limit.Absolute ? of(maxFailed) : this;
    }
}
