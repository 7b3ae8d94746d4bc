package dev.breakwater.generation;

import dev.breakwater.identity.DomainEvent;
import java.time.Instant;
import java.util.UUID;
import org.jspecify.annotations.Nullable;

/** {@code generation.registered}, {@code generation.quarantined} or {@code generation.released}. */
public record GenerationChanged(
        Instant at,
        String type,
        GenerationId generation,
        String actor,
        @Nullable String reason,
        String message,
        @Nullable UUID rolloutId)
        implements DomainEvent {
    @Override
    public String subject() {
        return "generations/" + generation;
    }

    @Override
    public boolean audited() {
        return true;
    }
}
