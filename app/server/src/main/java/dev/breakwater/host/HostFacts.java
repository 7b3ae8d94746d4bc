package dev.breakwater.host;

import java.time.Instant;
import org.jspecify.annotations.Nullable;

/** What a host last said about itself, as kept. */
public record HostFacts(
        HostReport.@Nullable Phase phase,
        @Nullable String currentRef,
        @Nullable String bootedRef,
        @Nullable String bootId,
        boolean bootComplete,
        @Nullable Boolean healthy,
        @Nullable String lastGoodRef,
        @Nullable Long reportedEpoch,
        @Nullable Instant lastReportAt) {}
