package dev.breakwater.rollout;

import java.time.Instant;
import org.jspecify.annotations.Nullable;

/** The body of {@code schedule}: no wave opens before. */
public record ScheduleRequest(
        @Nullable Instant notBefore, @Nullable String reason) {}
