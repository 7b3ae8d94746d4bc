package dev.breakwater.rollout;

import java.util.UUID;
import org.jspecify.annotations.Nullable;

/** The body of {@code supersede}. {@code rolloutId}: which rollout takes over, where one does. */
public record SupersedeRequest(
        @Nullable UUID rolloutId, @Nullable String reason) {}
