package dev.breakwater.rollout.gate;

import io.swagger.v3.oas.annotations.media.Schema;
import java.time.Duration;
import java.time.Instant;
import java.util.UUID;

/** A gate without its secret. */
@Schema(name = "Gate")
record GateView(
        UUID id,
        String name,
        GateType type,
        GateConfig config,
        boolean secretSet,
        boolean dryRun,
        NoDataPolicy onNoData,
        Duration interval,
        Duration timeout,
        int consecutiveErrors,
        Instant createdAt,
        String createdBy,
        long revision) {}
