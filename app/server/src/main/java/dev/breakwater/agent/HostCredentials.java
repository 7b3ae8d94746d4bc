package dev.breakwater.agent;

import dev.breakwater.host.HostChanged;
import dev.breakwater.host.HostId;
import dev.breakwater.host.Hosts;
import dev.breakwater.identity.Secrets;
import java.nio.ByteBuffer;
import java.time.Clock;
import java.time.Duration;
import java.time.Instant;
import java.util.Collections;
import java.util.LinkedHashMap;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.concurrent.atomic.AtomicLong;
import org.springframework.stereotype.Component;
import org.springframework.transaction.event.TransactionalEventListener;

/**
 * Whose credential is this? Remembers the answers for polls. A deleted or newly enrolled host is forgotten at the commit; what
 * another replica did is noticed within {@link #KEPT}. Calls that change something always ask the database.
 */
@Component
class HostCredentials {
    static final Duration KEPT = Duration.ofSeconds(10);
    private static final int MOST = 50_000;
    private static final Set<String> REVOKING = Set.of("host.reenrolled", "host.deleted");

    private final Hosts hosts;
    private final Clock clock;
    private final Map<ByteBuffer, Known> known = Collections.synchronizedMap(new Recent());
    private final AtomicLong revocations = new AtomicLong();

    HostCredentials(Hosts hosts, Clock clock) {
        this.hosts = hosts;
        this.clock = clock;
    }

    Optional<HostId> ask(String credential) {
        return hosts.authenticate(Secrets.sha256(credential));
    }

    Optional<HostId> recall(String credential) {
        var hash = Secrets.sha256(credential);
        var kept = known.get(ByteBuffer.wrap(hash));
        if (kept != null && clock.instant().isBefore(kept.until())) {
            return Optional.of(kept.host());
        }
        var before = revocations.get();
        var host = hosts.authenticate(hash);
        host.ifPresent(id -> keep(hash, id, before));
        return host;
    }

    @TransactionalEventListener(fallbackExecution = true)
    void on(HostChanged change) {
        if (REVOKING.contains(change.type())) {
            revocations.incrementAndGet();
            known.values().removeIf(kept -> kept.host().equals(change.host()));
        }
    }

    /** What was read before a revocation may no longer be true. */
    private void keep(byte[] hash, HostId host, long before) {
        synchronized (known) {
            if (revocations.get() == before) {
                known.put(ByteBuffer.wrap(hash), new Known(host, clock.instant().plus(KEPT)));
            }
        }
    }

    private record Known(HostId host, Instant until) {}

    private static final class Recent extends LinkedHashMap<ByteBuffer, Known> {
        @Override
        protected boolean removeEldestEntry(Map.Entry<ByteBuffer, Known> eldest) {
            return size() > MOST;
        }
    }
}
