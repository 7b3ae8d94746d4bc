package dev.breakwater.host;

import dev.breakwater.identity.DomainEvent;
import java.time.Instant;
import java.util.UUID;
import org.jspecify.annotations.Nullable;

/**
 * Something worth telling happened to a host: {@code host.enrolled, host.reenrolled, host.deleted} (its former credential is void),
 * {@code host.labelled, host.held, host.released}, and, seen in its reports, {@code host.conflict, host.unhealthy, host.recovered, host.drifted, host.healed}.
 */
public record HostChanged(
        Instant at,
        String type,
        HostId host,
        String actor,
        @Nullable String reason,
        String message,
        boolean audited) implements DomainEvent {
    @Override
    public String subject() {
        return "hosts/" + host;
    }

    @Override
    public UUID hostId() {
        return host.value();
    }
}
