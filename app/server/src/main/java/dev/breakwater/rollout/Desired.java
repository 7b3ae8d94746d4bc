package dev.breakwater.rollout;

import java.time.Instant;
import java.util.UUID;
import org.jspecify.annotations.Nullable;

/**
 * What a host should do now. {@code generation} is a name for people; identity is {@code ref}. A host may fetch and stage on
 * an ACTIVATE or ROLLBACK, and switch only after a granted claim under {@code epoch}.
 */
public record Desired(
        long epoch,
        Action action,
        @Nullable String generation,
        @Nullable String ref,
        @Nullable String rollbackRef,
        Mode mode,
        @Nullable Long deadlineSeconds,
        boolean live,
        Basis basis) {
    /**
     * What this rests on, beside the host itself: the orders of its wave, the names of generations where it is the way {@code back}, and
     * time. Without a rollout nobody steers the host.
     */
    public record Basis(
            @Nullable UUID rollout,
            int wave,
            boolean back,
            @Nullable Instant until) {
        public static final Basis NOBODY = new Basis(null, 0, false, null);
    }

    public enum Action {
        ACTIVATE,
        ROLLBACK,
        NONE
    }

    public enum Mode {
        SWITCH,
        BOOT,
        TEST_THEN_COMMIT
    }
}
