package dev.breakwater.rollout.gate;

import dev.breakwater.identity.DomainEvent;
import java.time.Instant;
import java.util.UUID;

record GateChanged(Instant at, String type, UUID gate, String actor, String message) implements DomainEvent {
    @Override
    public String subject() {
        return "gates/" + gate;
    }

    @Override
    public boolean audited() {
        return true;
    }
}
