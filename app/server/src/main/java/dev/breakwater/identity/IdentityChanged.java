package dev.breakwater.identity;

import java.time.Instant;

/** An operator or a token came, changed or went. */
record IdentityChanged(Instant at, String type, String subject, String actor, String message) implements DomainEvent {
    @Override
    public boolean audited() {
        return true;
    }
}
