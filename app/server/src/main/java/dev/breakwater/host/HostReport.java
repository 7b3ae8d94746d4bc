package dev.breakwater.host;

import com.fasterxml.jackson.annotation.JsonProperty;
import io.swagger.v3.oas.annotations.media.Schema;
import java.util.List;
import java.util.stream.Collectors;
import org.jspecify.annotations.Nullable;

/** What a host says about itself: the body of {@code POST /agent/v1/reports}. */
public record HostReport(
        @Nullable Long epoch,
        Phase phase,
        @Nullable Running current,
        @Nullable Running booted,
        @JsonProperty("default") @Nullable Running byDefault,
        @Nullable Running staged,
        @Nullable String bootId,
        @Nullable Boolean bootComplete,
        List<Check> checks,
        @Nullable List<Drift> drift,
        @Nullable String message,
        @Nullable String agentVersion,
        @Nullable Raw raw) {

    /** Checks left out are none; drift left out is unknown, which is not the same as none. */
    @SuppressWarnings("NullAway") // a reader of JSON passes null for what is absent
    public HostReport {
        checks = checks == null ? List.of() : List.copyOf(checks);
        drift = drift == null ? null : List.copyOf(drift);
    }

    public enum Phase {
        IDLE,
        STAGED,
        ACTIVATING,
        ACTIVE,
        REVERTED,
        FAILED
    }

    public enum Status {
        PASS,
        FAIL,
        UNKNOWN
    }

    @Schema(name = "ReportedRef")
    public record Running(String ref) {}

    public record Check(
            String name, Status status, @Nullable String message) {}

    @Schema(name = "ReportedDrift")
    public record Drift(DriftKind kind, @Nullable String detail) {}

    /** Output of a platform tool, unparsed. */
    public record Raw(String kind, String body) {}

    public @Nullable String currentRef() {
        return current == null ? null : current.ref();
    }

    public @Nullable String bootedRef() {
        return booted == null ? null : booted.ref();
    }

    /** Every check passed. A check without a result is not a pass. */
    public boolean healthy() {
        return checks.stream().allMatch(check -> check.status() == Status.PASS);
    }

    /** Which checks do not pass, in one sentence. */
    String failedChecks() {
        var names =
                checks.stream().filter(check -> check.status() != Status.PASS).map(Check::name);
        return names.limit(5).collect(Collectors.joining(", ", "not passing: ", ""));
    }

    /** The boot is over and no switch is under way. */
    public boolean complete() {
        return Boolean.TRUE.equals(bootComplete) && phase != Phase.ACTIVATING;
    }
}
