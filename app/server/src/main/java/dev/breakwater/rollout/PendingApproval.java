package dev.breakwater.rollout;

import dev.breakwater.rollout.RolloutView.ApprovalView;
import io.swagger.v3.oas.annotations.media.Schema;
import java.util.List;
import java.util.UUID;
import org.jspecify.annotations.Nullable;

/**
 * A wave that asks for approval. {@code required}: how many people must approve; {@code given}: how many have. {@code objection}: why the
 * caller's own yes would not be taken, null where it would.
 */
@Schema(name = "PendingApproval")
public record PendingApproval(
        UUID rolloutId,
        String name,
        String wave,
        int required,
        int given,
        List<String> from,
        List<ApprovalView> approvals,
        @Nullable String objection,
        UUID generationId,
        @Nullable String planHash,
        String createdBy,
        long revision) {
    public PendingApproval {
        from = List.copyOf(from);
        approvals = List.copyOf(approvals);
    }
}
