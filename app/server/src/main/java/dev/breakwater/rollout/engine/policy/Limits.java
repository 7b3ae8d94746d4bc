package dev.breakwater.rollout.engine.policy;

import org.jspecify.annotations.Nullable;

/**
 * How many hosts may be away at once, of the whole and of each failure domain, and how fast they may start. Null means no limit. A
 * failure domain is what hosts share that have the same values of every {@link Spread#spreadBy} label.
 */
public record Limits(
        @Nullable Limit maxUnavailable,
        @Nullable Limit maxUnavailablePerDomain,
        @Nullable Rate startRate) {

    public static final Limits NONE = new Limits(null, null, null);

    public static Limits unavailable(@Nullable Limit maxUnavailable) {
        return new Limits(maxUnavailable, null, null);
    }
}
