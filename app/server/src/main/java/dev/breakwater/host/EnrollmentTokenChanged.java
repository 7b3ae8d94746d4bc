package dev.breakwater.host;

import dev.breakwater.identity.DomainEvent;
import java.time.Instant;
import java.util.UUID;

record EnrollmentTokenChanged(Instant at, String type, UUID token, String actor, String message)
        implements DomainEvent {
    @Override
    public String subject() {
        return "enrollment-tokens/" + token;
    }

    @Override
    public boolean audited() {
        return true;
    }
}
