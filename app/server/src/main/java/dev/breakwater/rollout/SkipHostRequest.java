package dev.breakwater.rollout;

import java.util.UUID;
import org.jspecify.annotations.Nullable;

/** The body of {@code skip-host}. */
public record SkipHostRequest(
        @Nullable UUID hostId, @Nullable String reason) {}
