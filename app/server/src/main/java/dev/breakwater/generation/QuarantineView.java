package dev.breakwater.generation;

import io.swagger.v3.oas.annotations.media.Schema;
import java.time.Instant;
import java.util.UUID;
import org.jspecify.annotations.Nullable;

/** A quarantine, standing or released. {@code selector} is empty where it is for every host. */
@Schema(name = "QuarantineRow")
record QuarantineView(
        UUID id,
        UUID generationId,
        String generation,
        String selector,
        String reason,
        @Nullable UUID rolloutId,
        Instant at,
        String actor,
        @Nullable Instant releasedAt,
        @Nullable String releasedBy,
        @Nullable String releaseReason) {}
