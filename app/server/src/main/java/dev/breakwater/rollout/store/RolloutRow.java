package dev.breakwater.rollout.store;

import dev.breakwater.rollout.engine.Phase;
import java.time.Instant;
import java.util.UUID;
import org.jspecify.annotations.Nullable;

/** A rollout as kept. {@code spec} is JSON. */
public record RolloutRow(
        UUID id,
        String name,
        UUID generationId,
        String selector,
        String spec,
        Phase phase,
        @Nullable String reason,
        long planSeed,
        @Nullable String planHash,
        Instant createdAt,
        String createdBy,
        @Nullable Instant startedAt,
        @Nullable Instant finishedAt,
        @Nullable Instant wakeAt,
        @Nullable String editedBy,
        @Nullable UUID supersededBy,
        long revision) {}
