package dev.breakwater.rollout;

import org.jspecify.annotations.Nullable;

/** The body of a verb. {@code planHash}, for start alone: refuse if the plan is not the one that was previewed. */
public record VerbRequest(@Nullable String reason, @Nullable String planHash) {}
