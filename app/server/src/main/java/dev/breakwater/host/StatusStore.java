package dev.breakwater.host;

import java.sql.ResultSet;
import java.sql.SQLException;
import java.time.Instant;
import java.time.OffsetDateTime;
import java.util.Collection;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.UUID;
import java.util.function.Function;
import java.util.function.IntFunction;
import org.jspecify.annotations.Nullable;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.stereotype.Repository;

/** What hosts say: one narrow row each, updated in place. */
@Repository
class StatusStore {
    private static final String SAVE = """
            update host_status s
            set phase = r.phase, boot_id = r.boot_id, boot_complete = r.boot_complete, healthy = r.healthy, reported_epoch = r.epoch,
                current_since = case when s.current_ref is distinct from r.current_ref then :now else s.current_since end,
                current_ref = r.current_ref,
                booted_since = case when s.booted_ref is distinct from r.booted_ref then :now else s.booted_since end,
                booted_ref = r.booted_ref,
                last_good_since = case when s.last_good_ref is distinct from r.last_good_ref then :now else s.last_good_since end,
                last_good_ref = r.last_good_ref,
                default_ref = coalesce(r.default_ref, s.default_ref), staged_ref = r.staged_ref, checks = r.checks::jsonb,
                message = r.message, agent_version = coalesce(r.agent_version, s.agent_version),
                report_print = nullif(r.print, 0), last_report_at = :now, last_seen_at = greatest(s.last_seen_at, :now)
            from unnest(:hosts::uuid[], :phases::text[], :bootIds::text[], :bootComplete::boolean[], :healthy::boolean[], :epochs::bigint[],
                        :current::text[], :booted::text[], :lastGood::text[], :default::text[], :staged::text[], :checks::text[],
                        :messages::text[], :agents::text[], :prints::bigint[])
                as r (host_id, phase, boot_id, boot_complete, healthy, epoch, current_ref, booted_ref, last_good_ref, default_ref,
                      staged_ref, checks, message, agent_version, print)
            where s.host_id = r.host_id""";

    private final JdbcClient jdbc;
    private final Json json;

    StatusStore(JdbcClient jdbc, Json json) {
        this.jdbc = jdbc;
        this.json = json;
    }

    /** {@code desiredRef}: what it should run while no rollout steers it. */
    record Known(String name, HostFacts facts, @Nullable String desiredRef, long print) {}

    /** In the order of ids. Rows that another holds are left out unless this one waits for them. */
    Map<HostId, Known> lock(Collection<HostId> hosts, boolean waits) {
        var known = new HashMap<HostId, Known>();
        jdbc.sql("""
                        select s.host_id, h.name, s.phase, s.current_ref, s.booted_ref, s.boot_id, s.boot_complete, s.healthy, s.last_good_ref,
                               s.reported_epoch, s.last_report_at, s.desired_ref, s.report_print
                        from host_status s join hosts h on h.id = s.host_id
                        where s.host_id = any (:hosts) order by s.host_id for no key update of s""" + (waits ? "" : " skip locked")).param("hosts", ids(hosts)).query(row -> {
            known.put(new HostId(row.getObject("host_id", UUID.class)), known(row));
        });
        return known;
    }

    private static Known known(ResultSet row) throws SQLException {
        var phase = row.getString("phase");
        var reportedAt = row.getObject("last_report_at", OffsetDateTime.class);
        var facts = new HostFacts(
                phase == null ? null : HostReport.Phase.valueOf(phase),
                row.getString("current_ref"),
                row.getString("booted_ref"),
                row.getString("boot_id"),
                row.getBoolean("boot_complete"),
                row.getObject("healthy", Boolean.class),
                row.getString("last_good_ref"),
                row.getObject("reported_epoch", Long.class),
                reportedAt == null ? null : reportedAt.toInstant());
        return new Known(row.getString("name"), facts, row.getString("desired_ref"), row.getLong("report_print"));
    }

    void save(List<HostReported> reports, Instant now) {
        if (reports.isEmpty()) {
            return;
        }
        jdbc.sql(SAVE)
                .param(
                        "hosts",
                        reports.stream().map(each -> each.hostId().value()).toArray(UUID[]::new))
                .param("phases", texts(reports, each -> each.report().phase().name()))
                .param("bootIds", texts(reports, each -> each.facts().after().bootId()))
                .param(
                        "bootComplete",
                        column(reports, each -> each.facts().after().bootComplete(), Boolean[]::new))
                .param("healthy", column(reports, each -> each.facts().after().healthy(), Boolean[]::new))
                .param("epochs", column(reports, each -> each.facts().after().reportedEpoch(), Long[]::new))
                .param("current", texts(reports, each -> each.facts().after().currentRef()))
                .param("booted", texts(reports, each -> each.facts().after().bootedRef()))
                .param("lastGood", texts(reports, each -> each.facts().after().lastGoodRef()))
                .param("default", texts(reports, each -> ref(each.report().byDefault())))
                .param("staged", texts(reports, each -> ref(each.report().staged())))
                .param("checks", texts(reports, each -> json.text(each.report().checks())))
                .param("messages", texts(reports, each -> each.report().message()))
                .param("agents", texts(reports, each -> each.report().agentVersion()))
                .param("prints", column(reports, each -> each.word().print(), Long[]::new))
                .param("now", Moments.utc(now))
                .update();
    }

    /** For replicas that would answer the same words again from memory. */
    void saidAnew(List<HostReported> reports) {
        if (!reports.isEmpty()) {
            jdbc.sql("insert into host_changes (what, hosts) values ('REPORTS', :hosts)")
                    .param(
                            "hosts",
                            ids(reports.stream().map(HostReported::hostId).toList()))
                    .update();
        }
    }

    private static UUID[] ids(Collection<HostId> hosts) {
        return hosts.stream().map(HostId::value).toArray(UUID[]::new);
    }

    private static @Nullable String ref(HostReport.@Nullable Running running) {
        return running == null ? null : running.ref();
    }

    private static @Nullable String[] texts(
            List<HostReported> reports, Function<HostReported, @Nullable String> value) {
        return column(reports, value, String[]::new);
    }

    private static <T> @Nullable T[] column(
            List<HostReported> reports, Function<HostReported, @Nullable T> value, IntFunction<@Nullable T[]> array) {
        return reports.stream().map(value).toArray(array);
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
