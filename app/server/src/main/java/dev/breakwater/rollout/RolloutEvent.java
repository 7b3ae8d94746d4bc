package dev.breakwater.rollout;

import dev.breakwater.identity.DomainEvent;
import java.time.Instant;
import java.util.UUID;
import org.jspecify.annotations.Nullable;

/** Something that happened to a rollout, or to a host within one. */
public record RolloutEvent(
        Instant at,
        String type,
        UUID rolloutId,
        @Nullable UUID hostId,
        @Nullable String wave,
        String actor,
        @Nullable String reason,
        String message,
        boolean audited)
        implements DomainEvent {
    @Override
    public String subject() {
        return hostId == null ? "rollouts/" + rolloutId : "hosts/" + hostId;
    }
}
