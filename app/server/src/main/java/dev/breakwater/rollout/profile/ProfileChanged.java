package dev.breakwater.rollout.profile;

import dev.breakwater.identity.DomainEvent;
import java.time.Instant;

/** {@code profile.created}, {@code profile.changed}, {@code profile.reset} or {@code profile.deleted}. */
record ProfileChanged(Instant at, String type, String profile, String actor, String message) implements DomainEvent {
    @Override
    public String subject() {
        return "profiles/" + profile;
    }

    @Override
    public boolean audited() {
        return true;
    }
}
