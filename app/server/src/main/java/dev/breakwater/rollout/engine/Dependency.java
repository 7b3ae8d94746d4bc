package dev.breakwater.rollout.engine;

import java.time.Duration;
import java.time.Instant;
import org.jspecify.annotations.Nullable;

/** Another rollout that must have been completed for so long. {@code over} without {@code completedAt}: it never will be. */
public record Dependency(
        String id,
        String name,
        String phase,
        boolean over,
        @Nullable Instant completedAt,
        Duration soak) {

    boolean lost() {
        return over && completedAt == null;
    }

    boolean metBy(Instant now) {
        Instant at = metAt();
        return at != null && !now.isBefore(at);
    }

    public @Nullable Instant metAt() {
        return completedAt == null ? null : completedAt.plus(soak);
    }

    /** {@code dev is ROLLING}, for sentences. */
    String standing() {
        Instant at = metAt();
        return at == null || soak.isZero()
                ? "%s is %s".formatted(name, phase)
                : "%s is %s, for %s at %s".formatted(name, phase, soak, at);
    }
}
