package dev.breakwater.rollout.profile;

import dev.breakwater.rollout.RolloutRequest.WaveRequest;
import io.swagger.v3.oas.annotations.media.Schema;
import java.time.Duration;
import java.time.Instant;
import java.util.List;
import java.util.UUID;
import org.jspecify.annotations.Nullable;

/** A profile as shown. One that is built in cannot be deleted, but reset to what it was. */
@Schema(name = "Profile")
public record ProfileView(
        UUID id,
        String name,
        String description,
        int version,
        boolean builtIn,
        @Nullable List<@Nullable WaveRequest> waves,
        @Nullable String maxUnavailable,
        @Nullable List<String> spreadBy,
        @Nullable List<String> cover,
        @Nullable String maxUnavailablePerDomain,
        @Nullable String startRate,
        @Nullable Integer minHealthy,
        @Nullable Duration finalSoak,
        Instant createdAt,
        String createdBy,
        Instant changedAt,
        String changedBy,
        long revision) {

    static ProfileView of(Profile profile) {
        var terms = profile.terms();
        return new ProfileView(
                profile.id(),
                profile.name(),
                profile.description(),
                profile.version(),
                profile.builtIn(),
                terms.waves(),
                terms.maxUnavailable(),
                terms.spreadBy(),
                terms.cover(),
                terms.maxUnavailablePerDomain(),
                terms.startRate(),
                terms.minHealthy(),
                terms.finalSoak(),
                profile.createdAt(),
                profile.createdBy(),
                profile.changedAt(),
                profile.changedBy(),
                profile.revision());
    }
}
