package dev.breakwater.host;

import io.swagger.v3.oas.annotations.media.Schema;
import java.time.Instant;
import java.util.List;
import java.util.Map;
import java.util.UUID;
import org.jspecify.annotations.Nullable;

/** A host as the API shows it. */
record Host(
        UUID id,
        String name,
        Platform platform,
        Map<String, String> labels,
        HostState state,
        @Nullable Running current,
        @Nullable Running booted,
        @Nullable Desired desired,
        @Nullable Running lastGood,
        @Nullable Hold hold,
        @Nullable Conflict conflict,
        List<HostDrift> drift,
        List<Barred> quarantines,
        @Nullable Instant lastSeenAt,
        long revision) {

    /** A ref, and the newest generation that has it. */
    @Schema(name = "RunningRef")
    record Running(
            String ref,
            @Nullable UUID generationId,
            @Nullable String generation,
            @Nullable Instant since) {}

    @Schema(name = "DesiredRef")
    record Desired(
            String ref,
            @Nullable UUID generationId,
            @Nullable String generation,
            long epoch,
            @Nullable UUID rolloutId,
            @Nullable Instant since) {}

    /** The host has seen {@code epoch}; when the database was restored it had given {@code given}. */
    @Schema(name = "HostConflict")
    record Conflict(long epoch, long given, Instant since) {}

    /** What it runs or should run is quarantined for it. */
    @Schema(name = "HostQuarantine")
    record Barred(String ref, String generation, String selector, String reason) {}

    record Hold(String reason, @Nullable Instant until, String actor) {}
}
