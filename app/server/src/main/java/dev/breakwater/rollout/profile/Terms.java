package dev.breakwater.rollout.profile;

import com.fasterxml.jackson.annotation.JsonInclude;
import dev.breakwater.rollout.RolloutRequest;
import dev.breakwater.rollout.RolloutRequest.WaveRequest;
import java.time.Duration;
import java.util.List;
import org.jspecify.annotations.Nullable;

/** What a profile says of a rollout, as a request would. */
@JsonInclude(JsonInclude.Include.NON_NULL)
record Terms(
        @Nullable List<@Nullable WaveRequest> waves,
        @Nullable String maxUnavailable,
        @Nullable List<String> spreadBy,
        @Nullable List<String> cover,
        @Nullable String maxUnavailablePerDomain,
        @Nullable String startRate,
        @Nullable Integer minHealthy,
        @Nullable Duration finalSoak) {

    /** What the request says itself goes before. */
    RolloutRequest under(RolloutRequest asked, String title) {
        return new RolloutRequest(
                asked.name(),
                asked.generationId(),
                asked.selector(),
                waves,
                title,
                first(asked.maxUnavailable(), maxUnavailable),
                first(asked.spreadBy(), spreadBy),
                first(asked.cover(), cover),
                first(asked.maxUnavailablePerDomain(), maxUnavailablePerDomain),
                first(asked.startRate(), startRate),
                first(asked.minHealthy(), minHealthy),
                asked.expectedFailureRate(),
                asked.schedule(),
                asked.overlap(),
                asked.missingArtifact(),
                asked.newcomers(),
                asked.dependsOn(),
                asked.approvals(),
                asked.onFailure(),
                asked.rollback(),
                asked.rollbackScope(),
                asked.rollbackDeadline(),
                asked.rollbackMaxUnavailable(),
                asked.rollbackMaxFailed(),
                first(asked.finalSoak(), finalSoak));
    }

    /** These terms, where they say nothing those before. */
    Terms over(Terms before) {
        return new Terms(
                waves == null ? before.waves : waves,
                first(maxUnavailable, before.maxUnavailable),
                first(spreadBy, before.spreadBy),
                first(cover, before.cover),
                first(maxUnavailablePerDomain, before.maxUnavailablePerDomain),
                first(startRate, before.startRate),
                first(minHealthy, before.minHealthy),
                first(finalSoak, before.finalSoak));
    }

    private static <T> @Nullable T first(@Nullable T asked, @Nullable T otherwise) {
        return asked == null ? otherwise : asked;
    }
}
