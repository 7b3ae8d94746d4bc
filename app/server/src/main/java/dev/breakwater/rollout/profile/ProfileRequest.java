package dev.breakwater.rollout.profile;

import dev.breakwater.rollout.RolloutRequest.WaveRequest;
import java.time.Duration;
import java.util.List;
import org.jspecify.annotations.Nullable;

/** The body of {@code POST} and {@code PUT}, and of {@code PATCH}, where what is left out stays as it is. */
public record ProfileRequest(
        @Nullable String name,
        @Nullable String description,
        @Nullable List<@Nullable WaveRequest> waves,
        @Nullable String maxUnavailable,
        @Nullable List<String> spreadBy,
        @Nullable List<String> cover,
        @Nullable String maxUnavailablePerDomain,
        @Nullable String startRate,
        @Nullable Integer minHealthy,
        @Nullable Duration finalSoak) {

    Terms terms() {
        return new Terms(
                waves, maxUnavailable, spreadBy, cover, maxUnavailablePerDomain, startRate, minHealthy, finalSoak);
    }
}
