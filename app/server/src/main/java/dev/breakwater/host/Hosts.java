package dev.breakwater.host;

import java.time.Instant;
import java.util.Collection;
import java.util.Optional;
import java.util.UUID;
import org.jspecify.annotations.Nullable;
import org.springframework.stereotype.Component;

/** The inventory's entrance for other modules. */
@Component
public class Hosts {
    /** Lets a host in against an enrolment token, in its own transaction. */
    public Enrolled enroll(EnrollmentRequest request) {
        throw new UnsupportedOperationException();
    }

    /** The host whose credential has this SHA-256, unless it was deleted. */
    public Optional<HostId> authenticate(byte[] credentialHash) {
        throw new UnsupportedOperationException();
    }

    public Platform platform(HostId host) {
        throw new UnsupportedOperationException();
    }

    /**
     * Keeps what a host says, in the caller's transaction, with its row locked. {@code steered}: a rollout has offered it
     * something that it has not proved yet, so that nothing it reports now becomes its last good ref.
     */
    public Facts record(HostId host, HostReport report, boolean steered, Instant now) {
        throw new UnsupportedOperationException();
    }

    /** Presence of many hosts in one statement. */
    public void seen(Collection<HostId> hosts, Instant now) {
        throw new UnsupportedOperationException();
    }

    /** From now on the host should run this ref, and has proved that it can. */
    public void settledOn(HostId host, String ref, UUID generationId, UUID rolloutId, Instant now) {
        throw new UnsupportedOperationException();
    }

    /** A line in the host's history. */
    public void remember(
            HostId host, String kind, @Nullable String ref, @Nullable UUID rolloutId, @Nullable String detail) {
        throw new UnsupportedOperationException();
    }
}
