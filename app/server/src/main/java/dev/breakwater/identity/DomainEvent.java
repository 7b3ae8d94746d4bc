package dev.breakwater.identity;

import java.time.Instant;
import java.util.UUID;
import org.jspecify.annotations.Nullable;

/**
 * Something that happened and is worth telling: published inside the transaction that made it happen, kept in that same
 * transaction. Every event reaches the event stream; the audited ones also the audit trail.
 */
public interface DomainEvent {
    Instant at();

    /** {@code rollout.started}, {@code wave.opened}, {@code host.enrolled}, {@code stop.engaged}. */
    String type();

    /** The resource it happened to: {@code rollouts/<id>}. */
    String subject();

    String actor();

    default @Nullable String reason() {
        return null;
    }

    /** One sentence for people. */
    String message();

    default @Nullable UUID rolloutId() {
        return null;
    }

    default @Nullable UUID hostId() {
        return null;
    }

    default @Nullable String wave() {
        return null;
    }

    boolean audited();
}
