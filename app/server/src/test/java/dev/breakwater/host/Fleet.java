package dev.breakwater.host;

import dev.breakwater.host.HostReport.Check;
import dev.breakwater.host.HostReport.Drift;
import dev.breakwater.host.HostReport.Phase;
import dev.breakwater.host.HostReport.Running;
import dev.breakwater.host.HostReport.Status;
import java.time.Clock;
import java.time.Duration;
import java.time.Instant;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.Random;
import java.util.UUID;
import org.jspecify.annotations.Nullable;
import org.springframework.stereotype.Component;
import org.springframework.transaction.support.TransactionTemplate;

/** Hosts of a test's own, under names nobody else has. */
@Component
public final class Fleet {
    private final Hosts hosts;
    private final EnrollmentTokens tokens;
    private final TransactionTemplate transactions;
    private final Clock clock;

    Fleet(Hosts hosts, EnrollmentTokens tokens, TransactionTemplate transactions, Clock clock) {
        this.hosts = hosts;
        this.tokens = tokens;
        this.transactions = transactions;
        this.clock = clock;
    }

    public static String unique(String prefix) {
        return prefix + "-" + UUID.randomUUID().toString().substring(0, 8);
    }

    public static String storePath(String seed) {
        var letters = "0123456789abcdfghijklmnpqrsvwxyz";
        var hash = new StringBuilder();
        var random = new Random(seed.hashCode());
        random.ints(32, 0, 32).forEach(i -> hash.append(letters.charAt(i)));
        return "/nix/store/" + hash + "-nixos-system-" + seed;
    }

    public String token(int maxUses) {
        return tokens.issue(new NewEnrollmentToken("test", Map.of(), Duration.ofHours(1), maxUses))
                .token();
    }

    public Enrolled enroll(String name, Map<String, String> labels) {
        var request = new EnrollmentRequest(token(1), name, Platform.NIXOS, "machine-of-" + name, labels, null);
        return hosts.enroll(request);
    }

    public HostId host(String name, Map<String, String> labels) {
        return enroll(name, labels).hostId();
    }

    public Facts report(HostId host, Phase phase, String ref, Drift... drift) {
        return report(host, clock.instant(), reportOf(phase, ref, Status.PASS, null, List.of(drift)));
    }

    public Facts report(HostId host, Instant at, HostReport report) {
        var facts = transactions.execute(_ -> hosts.record(host, report, false, at));
        return Objects.requireNonNull(facts);
    }

    public static HostReport reportOf(
            Phase phase, String ref, Status status, @Nullable String message, @Nullable List<Drift> drift) {
        var running = new Running(ref);
        var checks = List.of(new Check("systemd", status, ""));
        return new HostReport(
                null, phase, running, running, running, null, "boot", true, checks, drift, message, "test", null);
    }
}
