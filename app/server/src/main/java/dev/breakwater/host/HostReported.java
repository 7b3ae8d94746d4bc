package dev.breakwater.host;

import java.time.Instant;
import org.jspecify.annotations.Nullable;

/** A report as it was recorded. {@code desiredRef}: what the host should run while no rollout steers it. */
public record HostReported(Word word, Facts facts, @Nullable String desiredRef, Instant at) {
    public HostId hostId() {
        return word.host();
    }

    public HostReport report() {
        return word.report();
    }
}
