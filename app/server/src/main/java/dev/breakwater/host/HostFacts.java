package dev.breakwater.host;

import java.time.Instant;
import org.jspecify.annotations.Nullable;

/** What a host last said about itself, as kept. */
public record HostFacts(
        HostReport.@Nullable Phase phase,
        @Nullable String currentRef,
        @Nullable String bootedRef,
        @Nullable String bootId,
        boolean bootComplete,
        @Nullable Boolean healthy,
        @Nullable String lastGoodRef,
        @Nullable Long reportedEpoch,
        @Nullable Instant lastReportAt) {

    /** What a report leaves out stays as it was known, except health, which is always what the last report says. */
    HostFacts after(HostReport report, boolean steered, Instant now) {
        var running = report.currentRef() == null ? currentRef : report.currentRef();
        var proved = report.healthy() && report.complete() && !steered && report.currentRef() != null;
        return new HostFacts(
                report.phase(),
                running,
                report.bootedRef() == null ? bootedRef : report.bootedRef(),
                report.bootId() == null ? bootId : report.bootId(),
                Boolean.TRUE.equals(report.bootComplete()),
                report.healthy(),
                proved ? report.currentRef() : lastGoodRef,
                report.epoch(),
                now);
    }
}
