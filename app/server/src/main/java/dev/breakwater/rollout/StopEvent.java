package dev.breakwater.rollout;

import dev.breakwater.identity.DomainEvent;
import java.time.Instant;

/** The global stop was engaged or released. */
public record StopEvent(Instant at, String type, String actor, String reason, String message) implements DomainEvent {
    @Override
    public String subject() {
        return "stop";
    }

    @Override
    public boolean audited() {
        return true;
    }
}
