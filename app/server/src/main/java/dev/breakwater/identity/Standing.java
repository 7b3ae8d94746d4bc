package dev.breakwater.identity;

import java.util.function.BooleanSupplier;
import org.jspecify.annotations.Nullable;

/** The credential a request showed, to be looked at again while a long answer goes on. */
public final class Standing {
    private final @Nullable String sessionId;
    private final BooleanSupplier check;

    Standing(@Nullable String sessionId, BooleanSupplier check) {
        this.sessionId = sessionId;
        this.check = check;
    }

    /** False once the token was revoked, the operator deleted, the password changed or the session ended. */
    public boolean stands() {
        return check.getAsBoolean();
    }

    public @Nullable String sessionId() {
        return sessionId;
    }
}
