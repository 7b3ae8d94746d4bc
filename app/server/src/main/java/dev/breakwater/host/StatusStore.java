package dev.breakwater.host;

import java.time.Instant;
import java.util.Optional;
import java.util.UUID;
import org.jspecify.annotations.Nullable;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.stereotype.Repository;

/** What hosts say: one narrow row each, updated in place. */
@Repository
class StatusStore {
    private final JdbcClient jdbc;
    private final Json json;

    StatusStore(JdbcClient jdbc, Json json) {
        this.jdbc = jdbc;
        this.json = json;
    }

    private record Row(
            @Nullable String phase,
            @Nullable String currentRef,
            @Nullable String bootedRef,
            @Nullable String bootId,
            boolean bootComplete,
            @Nullable Boolean healthy,
            @Nullable String lastGoodRef,
            @Nullable Long reportedEpoch,
            @Nullable Instant lastReportAt) {
        HostFacts facts() {
            var known = phase == null ? null : HostReport.Phase.valueOf(phase);
            return new HostFacts(
                    known,
                    currentRef,
                    bootedRef,
                    bootId,
                    bootComplete,
                    healthy,
                    lastGoodRef,
                    reportedEpoch,
                    lastReportAt);
        }
    }

    Optional<HostFacts> lock(HostId host) {
        return jdbc.sql("""
                        select phase, current_ref, booted_ref, boot_id, boot_complete, healthy, last_good_ref, reported_epoch, last_report_at
                        from host_status where host_id = :host for no key update""")
                .param("host", host.value())
                .query(Row.class)
                .optional()
                .map(Row::facts);
    }

    void save(HostId host, HostReport report, HostFacts after, Instant now) {
        jdbc.sql("""
                        update host_status
                        set phase = :phase, boot_id = :bootId, boot_complete = :bootComplete, healthy = :healthy, reported_epoch = :epoch,
                            current_since = case when current_ref is distinct from :current then :now else current_since end, current_ref = :current,
                            booted_since = case when booted_ref is distinct from :booted then :now else booted_since end, booted_ref = :booted,
                            last_good_since = case when last_good_ref is distinct from :lastGood then :now else last_good_since end, last_good_ref = :lastGood,
                            default_ref = coalesce(:default, default_ref), staged_ref = :staged, checks = cast(:checks as jsonb), message = :message,
                            agent_version = coalesce(:agent, agent_version), last_report_at = :now, last_seen_at = greatest(last_seen_at, :now)
                        where host_id = :host""")
                .param("host", host.value())
                .param("phase", report.phase().name())
                .param("bootId", after.bootId())
                .param("bootComplete", after.bootComplete())
                .param("healthy", after.healthy())
                .param("epoch", after.reportedEpoch())
                .param("current", after.currentRef())
                .param("booted", after.bootedRef())
                .param("lastGood", after.lastGoodRef())
                .param(
                        "default",
                        report.byDefault() == null ? null : report.byDefault().ref())
                .param(
                        "staged",
                        report.staged() == null ? null : report.staged().ref())
                .param("checks", json.text(report.checks()))
                .param("message", report.message())
                .param("agent", report.agentVersion())
                .param("now", Moments.utc(now))
                .update();
    }

    void desire(HostId host, String ref, @Nullable UUID generationId, @Nullable UUID rolloutId, Instant now) {
        jdbc.sql("""
                        update host_status set desired_ref = :ref, desired_generation_id = :generation, desired_rollout_id = :rollout,
                               desired_since = case when desired_ref is distinct from :ref then :now else desired_since end
                        where host_id = :host""")
                .param("host", host.value())
                .param("ref", ref)
                .param("generation", generationId)
                .param("rollout", rolloutId)
                .param("now", Moments.utc(now))
                .update();
    }
}
