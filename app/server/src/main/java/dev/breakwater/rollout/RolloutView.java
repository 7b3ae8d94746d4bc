package dev.breakwater.rollout;

import com.fasterxml.jackson.annotation.JsonProperty;
import dev.breakwater.rollout.engine.Verdict;
import dev.breakwater.rollout.engine.evidence.EvidenceMeter;
import dev.breakwater.rollout.store.PassStore.CalendarOverride;
import io.swagger.v3.oas.annotations.media.Schema;
import java.time.Duration;
import java.time.Instant;
import java.util.List;
import java.util.Map;
import java.util.UUID;
import org.jspecify.annotations.Nullable;

/** A rollout as shown. {@code spec} is what was asked for with every default filled in. {@code evidence}: what the hosts judged so far can tell, and cannot. */
@Schema(name = "Rollout")
public record RolloutView(
        UUID id,
        String name,

        @Schema(
                allowableValues = {
                    "DRAFT",
                    "SCHEDULED",
                    "ROLLING",
                    "SOAKING",
                    "AWAITING_APPROVAL",
                    "PAUSED",
                    "ROLLING_BACK",
                    "ROLLED_BACK",
                    "HALTED",
                    "COMPLETED",
                    "CANCELLED",
                    "SUPERSEDED"
                })
        String phase,

        @Nullable String currentWave,
        UUID generationId,
        String selector,
        @Nullable String planHash,
        @Nullable String reason,
        @Nullable String waitingFor,
        @Nullable Instant nextCheckAt,
        List<WaveView> waves,
        @Nullable Instant startedAt,
        @Nullable Instant finishedAt,
        Instant createdAt,
        String createdBy,
        List<ApprovalView> approvals,
        List<DependencyView> dependencies,
        @Nullable UUID supersededBy,
        RolloutSpec spec,
        EvidenceMeter evidence,
        @Nullable CalendarOverride calendarOverride,
        long revision) {
    public RolloutView {
        waves = List.copyOf(waves);
        approvals = List.copyOf(approvals);
        dependencies = List.copyOf(dependencies);
    }

    /** Somebody's yes to a wave. {@code voidWhy}, as {@code void}: why it counts no more. */
    @Schema(name = "Approval")
    public record ApprovalView(
            String wave,
            String actor,
            Instant at,
            Instant expiresAt,
            String reason,
            @JsonProperty("void") @Nullable String voidWhy) {}

    /** A rollout that this one waits for. {@code metAt}: when it will have been completed for so long, or was. */
    @Schema(name = "DependencyStanding")
    public record DependencyView(
            UUID rolloutId,
            String name,
            String phase,
            Duration soak,
            @Nullable Instant metAt) {}

    /** {@code budget}: how many hosts may fail. {@code counts}: hosts by state, every state named. */
    @Schema(name = "Wave")
    public record WaveView(
            String name,

            @Schema(allowableValues = {"PENDING", "OPEN", "SOAKING", "PASSED", "FAILED", "ROLLED_BACK", "SKIPPED"})
            String state,

            String size,
            int hosts,
            Map<String, Integer> counts,
            int budget,
            @Nullable Instant openedAt,
            @Nullable Instant soakUntil,
            @Nullable Verdict verdict) {}
}
