package dev.breakwater.rollout;

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
        boolean live) {
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
