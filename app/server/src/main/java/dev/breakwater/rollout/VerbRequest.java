package dev.breakwater.rollout;

import org.jspecify.annotations.Nullable;

/**
 * The body of a verb. {@code planHash}, for start alone: refuse if the plan is not the one that was previewed. {@code wave}, for promote
 * and approve: the wave that is meant, so that saying it twice cannot carry over to the next.
 */
public record VerbRequest(
        @Nullable String reason,
        @Nullable String planHash,
        @Nullable String wave) {}
