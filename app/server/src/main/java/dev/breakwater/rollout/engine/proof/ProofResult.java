package dev.breakwater.rollout.engine.proof;

import dev.breakwater.rollout.engine.HostState;
import org.jspecify.annotations.Nullable;

/** A host's row after its report was weighed. {@code reason} is there exactly when this report made it FAILED. */
public record ProofResult(
        HostState next,
        boolean touched,
        int healthyStreak,
        @Nullable FailureReason reason,
        boolean rollbackFailed,
        String why) {

    static ProofResult unchanged(HostTurn turn, String why) {
        return new ProofResult(turn.state(), turn.touched(), turn.healthyStreak(), null, turn.rollbackFailed(), why);
    }

    static ProofResult at(HostState next, boolean touched, int healthyStreak, String why) {
        return new ProofResult(next, touched, healthyStreak, null, false, why);
    }

    static ProofResult failed(boolean touched, FailureReason reason, String why) {
        return new ProofResult(HostState.FAILED, touched, 0, reason, false, why);
    }

    static ProofResult homeward(int healthyStreak, boolean rollbackFailed, String why) {
        return new ProofResult(HostState.ROLLING_BACK, true, healthyStreak, null, rollbackFailed, why);
    }
}
