package dev.breakwater.rollout.store;

import java.time.Instant;
import java.util.UUID;
import org.jspecify.annotations.Nullable;

/** A row of {@code rollout_hosts}; {@code state} as stored, before the wave's directive is applied to it. */
public record Turn(
        UUID rolloutId,
        UUID hostId,
        String host,
        int wave,
        boolean deferred,
        String state,
        @Nullable String reason,
        String toRef,
        @Nullable String rollbackRef,
        boolean touched,
        boolean needsBoot,
        @Nullable String bootIdBefore,
        int healthyStreak,
        @Nullable Instant spokeAt,
        @Nullable Instant rollbackClaimedAt,
        boolean rollbackFailed) {}
