package dev.breakwater.drift;

import dev.breakwater.host.DriftKind;
import dev.breakwater.host.Platform;
import io.swagger.v3.oas.annotations.media.Schema;
import java.time.Instant;
import java.util.Map;
import java.util.UUID;
import org.jspecify.annotations.Nullable;

/** One way in which one host differs from what it should be. */
record Drift(
        UUID hostId,
        String name,
        Platform platform,
        Map<String, String> labels,
        DriftKind kind,
        String detail,
        @Nullable String current,
        @Nullable String desired,
        Instant firstSeenAt,
        long ageSeconds,

        @Schema(description = "why what it runs must not be offered to it any more, where that is quarantined")
        @Nullable
        String quarantine) {}
