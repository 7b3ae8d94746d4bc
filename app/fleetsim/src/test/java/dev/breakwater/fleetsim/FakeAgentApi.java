package dev.breakwater.fleetsim;

import java.time.Duration;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import tools.jackson.databind.node.MissingNode;

/** A server of one host: it wants what the test wants, and remembers what the host said. */
final class FakeAgentApi implements AgentApi {
    final List<Report> reports = new ArrayList<>();
    final List<Long> claims = new ArrayList<>();
    int claimStatus = 200;
    Desired desired = new Desired(0, Desired.Action.NONE, "", null, Duration.ofSeconds(60));

    void offer(long epoch, Desired.Action action, String generation, String ref) {
        desired = new Desired(epoch, action, generation, ref, Duration.ofSeconds(5));
    }

    Report lastReport() {
        return reports.getLast();
    }

    @Override
    public Enrolled enroll(String enrollmentToken, Identity identity, Machine machine) {
        return new Enrolled(identity, "id-of-" + identity.name(), "credential", machine);
    }

    @Override
    public Optional<Polled> desired(String credential, String etag, Duration wait) {
        var current = String.valueOf(desired.hashCode());
        return current.equals(etag) ? Optional.empty() : Optional.of(new Polled(desired, current));
    }

    @Override
    public Answer claim(String credential, long epoch) {
        claims.add(epoch);
        var retryAfter = claimStatus == 429 ? Optional.of(Duration.ofSeconds(7)) : Optional.<Duration>empty();
        return new Answer(claimStatus, MissingNode.getInstance(), null, retryAfter);
    }

    @Override
    public Duration report(String credential, Report report) {
        reports.add(report);
        return desired.poll();
    }
}
