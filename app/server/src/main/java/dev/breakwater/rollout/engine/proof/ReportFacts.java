package dev.breakwater.rollout.engine.proof;

import java.util.List;
import org.jspecify.annotations.Nullable;

/** What a host said about itself. {@code epoch} null: it was not acting on an offer. */
public record ReportFacts(
        @Nullable Long epoch,
        Phase phase,
        Running running,
        List<Check> checks,
        @Nullable String message) {

    public ReportFacts {
        checks = List.copyOf(checks);
    }

    /** How far the host says it has come. */
    public enum Phase {
        IDLE,
        STAGED,
        ACTIVATING,
        ACTIVE,
        REVERTED,
        FAILED
    }

    /** What it runs, what it booted, what it will boot next ({@code null} where the platform does not tell), and whether it is up. */
    public record Running(
            @Nullable String current,
            @Nullable String booted,
            @Nullable String nextBoot,
            @Nullable String bootId,
            boolean bootComplete) {}

    public record Check(String name, Status status) {}

    public enum Status {
        PASS,
        FAIL,
        UNKNOWN
    }
}
