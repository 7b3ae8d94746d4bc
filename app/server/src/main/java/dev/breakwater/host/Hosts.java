package dev.breakwater.host;

import java.time.Clock;
import java.time.Instant;
import java.util.Collection;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.UUID;
import org.jspecify.annotations.Nullable;
import org.springframework.stereotype.Component;
import org.springframework.transaction.annotation.Transactional;

/** The inventory's entrance for other modules. */
@Component
@Transactional
public class Hosts {
    private final Enrollment enrollment;
    private final HostStore hosts;
    private final StatusStore statuses;
    private final Recorder recorder;
    private final HistoryStore history;
    private final Clock clock;

    Hosts(
            Enrollment enrollment,
            HostStore hosts,
            StatusStore statuses,
            Recorder recorder,
            HistoryStore history,
            Clock clock) {
        this.enrollment = enrollment;
        this.hosts = hosts;
        this.statuses = statuses;
        this.recorder = recorder;
        this.history = history;
        this.clock = clock;
    }

    /** Lets a host in against an enrolment token. */
    public Enrolled enroll(EnrollmentRequest request) {
        return enrollment.enroll(request);
    }

    /** The host whose credential has this SHA-256, unless it was deleted. */
    @Transactional(readOnly = true)
    public Optional<HostId> authenticate(byte[] credentialHash) {
        return hosts.byCredential(credentialHash);
    }

    @Transactional(readOnly = true)
    public Platform platform(HostId host) {
        return hosts.platform(host).orElseThrow(() -> new HostNotFound(host));
    }

    /** Of those there are. */
    @Transactional(readOnly = true)
    public Map<HostId, Platform> platforms(Collection<HostId> of) {
        return hosts.platforms(of);
    }

    @Transactional(readOnly = true)
    public String name(HostId host) {
        return hosts.name(host);
    }

    /** As {@link #record(Collection, Instant, boolean)}, of one host, waiting for its row. */
    public Facts record(HostId host, HostReport report, boolean steered, Instant now) {
        var facts = recorder.record(List.of(new Word(host, report, 0, true, steered)), now, true)
                .get(host);
        if (facts == null) {
            throw new HostNotFound(host);
        }
        return facts;
    }

    /**
     * Keeps what hosts say, one report of each, in the caller's transaction, with their rows locked. Missing in the answer are hosts that
     * are unknown and, unless {@code waits}, those whose rows another transaction holds.
     */
    public Map<HostId, Facts> record(Collection<Word> words, Instant now, boolean waits) {
        return recorder.record(words, now, waits);
    }

    /** Presence of many hosts in one statement. */
    public void seen(Collection<HostId> present, Instant now) {
        if (!present.isEmpty()) {
            hosts.seen(present, now);
        }
    }

    /** Many hosts said what they had said before. */
    public void repeated(Collection<HostId> present, Instant now) {
        if (!present.isEmpty()) {
            hosts.repeated(present, now);
        }
    }

    /** From now on the host should run this ref, unless a rollout says otherwise. */
    public void desires(HostId host, String ref, @Nullable UUID generationId, @Nullable UUID rolloutId, Instant now) {
        statuses.desire(host, ref, generationId, rolloutId, now);
    }

    /** A line in the host's history. */
    public void remember(
            HostId host, String kind, @Nullable String ref, @Nullable UUID rolloutId, @Nullable String detail) {
        history.append(new HistoryStore.Line(host, clock.instant(), kind, ref, rolloutId, detail));
    }
}
