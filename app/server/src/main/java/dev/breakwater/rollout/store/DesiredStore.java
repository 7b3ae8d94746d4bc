package dev.breakwater.rollout.store;

import java.sql.ResultSet;
import java.sql.SQLException;
import java.time.Instant;
import java.time.ZoneOffset;
import java.util.Collection;
import java.util.List;
import java.util.UUID;
import org.jspecify.annotations.Nullable;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.stereotype.Repository;

/** What hosts should do now, for any number of them in one statement. */
@Repository
public class DesiredStore {
    private final JdbcClient jdbc;

    DesiredStore(JdbcClient jdbc) {
        this.jdbc = jdbc;
    }

    /** One row per host that exists; {@code action} is NONE where nothing steers it. */
    public List<Row> desired(Collection<UUID> hosts, Instant now) {
        return jdbc.sql("""
                select d.host_id, d.epoch, d.action, g.name as generation, d.ref, d.rollback_ref, d.needs_boot, d.live,
                       extract(epoch from case d.action
                           when 'ACTIVATE' then w.policy ->> 'deadline'
                           when 'ROLLBACK' then r.spec ->> 'rollbackDeadline'
                       end::interval)::bigint as deadline_seconds
                from host_desired(:now) d
                left join generations g on g.id = d.generation_id
                left join rollouts r on r.id = d.rollout_id and d.action <> 'NONE'
                left join waves w on w.rollout_id = r.id and w.ordinal = d.wave
                where d.host_id = any(:hosts)
                """)
                .param("now", now.atOffset(ZoneOffset.UTC))
                .param("hosts", hosts.toArray(UUID[]::new))
                .query((row, _) -> row(row))
                .list();
    }

    private static Row row(ResultSet row) throws SQLException {
        return new Row(
                row.getObject("host_id", UUID.class),
                row.getLong("epoch"),
                row.getString("action"),
                row.getString("generation"),
                row.getString("ref"),
                row.getString("rollback_ref"),
                row.getBoolean("needs_boot"),
                row.getBoolean("live"),
                row.getObject("deadline_seconds", Long.class));
    }

    /** What one host should do, and how long it may take. */
    public record Row(
            UUID hostId,
            long epoch,
            String action,
            @Nullable String generation,
            @Nullable String ref,
            @Nullable String rollbackRef,
            boolean needsBoot,
            boolean live,
            @Nullable Long deadlineSeconds) {}
}
