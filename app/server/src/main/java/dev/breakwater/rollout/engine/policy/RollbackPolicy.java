package dev.breakwater.rollout.engine.policy;

import static dev.breakwater.rollout.engine.policy.InvalidPolicy.require;

import java.time.Duration;
import org.jspecify.annotations.Nullable;

/** How a failing rollout is taken back. {@code maxUnavailable} null means no limit; {@code maxFailed} is of the hosts taken back. */
public record RollbackPolicy(
        OnFailure onFailure,
        RollbackPermission permission,
        RollbackScope scope,
        Duration deadline,
        @Nullable Limit maxUnavailable,
        Limit maxFailed) {

    public RollbackPolicy {
        require(deadline.isPositive(), "rollbackDeadline", "must be longer than zero");
        require(
                deadline.compareTo(WavePolicy.DEADLINE_MAX) <= 0,
                "rollbackDeadline",
                "must not exceed " + WavePolicy.DEADLINE_MAX);
    }

    /** Whether a failure takes hosts back without a person. */
    public boolean isAutomatic() {
        return onFailure == OnFailure.ROLLBACK && permission == RollbackPermission.ALLOWED;
    }

    /** What a failure that only halts has to say of going back, if anything. */
    public String reservation() {
        return switch (permission) {
            case ALLOWED -> "";
            case APPROVAL -> "; going back needs an approver";
            case FORBIDDEN -> "; going back is forbidden";
        };
    }
}
