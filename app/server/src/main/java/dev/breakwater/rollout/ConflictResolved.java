package dev.breakwater.rollout;

import dev.breakwater.identity.DomainEvent;
import java.time.Instant;
import java.util.UUID;
import org.jspecify.annotations.Nullable;

/** A person decided what becomes of a host in conflict, or, without {@code hostId}, of all that a selector matched. */
public record ConflictResolved(Instant at, @Nullable UUID hostId, String actor, String reason, String message)
        implements DomainEvent {
    @Override
    public String type() {
        return "host.conflict_resolved";
    }

    @Override
    public String subject() {
        return hostId == null ? "hosts" : "hosts/" + hostId;
    }

    @Override
    public boolean audited() {
        return true;
    }
}
