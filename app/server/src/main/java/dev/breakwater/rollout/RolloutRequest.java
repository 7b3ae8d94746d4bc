package dev.breakwater.rollout;

import dev.breakwater.calendar.Overrun;
import dev.breakwater.rollout.engine.policy.OnFailure;
import dev.breakwater.rollout.engine.policy.RollbackPermission;
import dev.breakwater.rollout.engine.policy.RollbackScope;
import java.time.Duration;
import java.time.Instant;
import java.util.List;
import java.util.UUID;
import org.jspecify.annotations.Nullable;

/** A rollout as asked for: the body of {@code POST /rollouts} and of its preview. What is left out gets its default. */
public record RolloutRequest(
        @Nullable String name,
        @Nullable UUID generationId,
        @Nullable String selector,
        @Nullable List<@Nullable WaveRequest> waves,
        @Nullable String profile,
        @Nullable String maxUnavailable,
        @Nullable List<String> spreadBy,
        @Nullable List<String> cover,
        @Nullable String maxUnavailablePerDomain,
        @Nullable String startRate,
        @Nullable Integer minHealthy,
        @Nullable String expectedFailureRate,
        @Nullable Schedule schedule,
        @Nullable Overlap overlap,
        @Nullable MissingArtifact missingArtifact,
        @Nullable Newcomers newcomers,
        @Nullable List<@Nullable Dependency> dependsOn,
        @Nullable ApprovalRequest approvals,
        @Nullable OnFailure onFailure,
        @Nullable RollbackPermission rollback,
        @Nullable RollbackScope rollbackScope,
        @Nullable Duration rollbackDeadline,
        @Nullable String rollbackMaxUnavailable,
        @Nullable String rollbackMaxFailed,
        @Nullable Duration finalSoak) {

    /** Leaves everything to be said. */
    public static RolloutRequest ofNothing() {
        return new RolloutRequest(
                null, null, null, null, null, null, null, null, null, null, null, null, null, null, null, null, null,
                null, null, null, null, null, null, null, null);
    }

    public record WaveRequest(
            @Nullable String name,
            @Nullable String size,
            @Nullable Duration soak,
            @Nullable String maxFailed,
            @Nullable String minSettled,
            @Nullable Duration deadline,
            @Nullable Boolean approval,
            @Nullable List<String> gates) {}

    /** {@code calendars}: names or ids. {@code overrun} null: as each window says. */
    public record Schedule(
            @Nullable Instant notBefore,
            @Nullable List<String> calendars,
            @Nullable Overrun overrun) {}

    /** Another rollout that must have completed, and for how long, before this one's first wave opens. */
    public record Dependency(
            @Nullable UUID rolloutId, @Nullable Duration soak) {}

    public record ApprovalRequest(
            @Nullable Integer required,
            @Nullable List<String> from,
            @Nullable Duration validFor) {}

    /** What becomes of hosts that match the selector only after the rollout has started. */
    public enum Newcomers {
        IGNORE,
        /** They are moved in a wave of their own, after the last. */
        JOIN
    }

    /** What to do about hosts that another running rollout owns. */
    public enum Overlap {
        REJECT,
        EXCLUDE,
        SUPERSEDE
    }

    /** What to do about hosts for which the generation has not exactly one artifact. */
    public enum MissingArtifact {
        REJECT,
        EXCLUDE
    }
}
