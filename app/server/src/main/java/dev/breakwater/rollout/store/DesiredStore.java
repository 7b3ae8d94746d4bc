package dev.breakwater.rollout.store;

import static dev.breakwater.rollout.store.Columns.at;
import static dev.breakwater.rollout.store.Columns.instant;
import static dev.breakwater.rollout.store.Columns.uuid;

import java.time.Instant;
import java.util.Collection;
import java.util.List;
import java.util.UUID;
import org.jspecify.annotations.Nullable;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.stereotype.Repository;

/** What hosts should do now, derived by {@code host_desired()}. */
@Repository
public class DesiredStore {
    private final JdbcClient jdbc;

    DesiredStore(JdbcClient jdbc) {
        this.jdbc = jdbc;
    }

    public List<DesiredRow> of(Collection<UUID> hosts, Instant now) {
        return jdbc.sql("""
                select d.host_id, d.epoch, d.action, d.ref, d.rollback_ref, d.needs_boot, d.live, g.name as generation,
                       ceil(extract(epoch from case d.action when 'ACTIVATE' then (w.policy ->> 'deadline')::interval
                                                             when 'ROLLBACK' then (r.spec ->> 'rollbackDeadline')::interval end))::bigint as deadline,
                       rh.rollout_id as plan, d.wave, case when h.hold_until > :now then h.hold_until end as held_until
                from host_desired(:now) d
                join hosts h on h.id = d.host_id
                left join rollout_hosts rh on rh.host_id = d.host_id and rh.active
                left join generations g on g.id = d.generation_id
                left join rollouts r on r.id = d.rollout_id
                left join waves w on w.rollout_id = d.rollout_id and w.ordinal = d.wave
                where d.host_id = any (:hosts)
                """)
                .param("hosts", hosts.toArray(UUID[]::new))
                .param("now", at(now))
                .query((row, _) -> new DesiredRow(
                        uuid(row, "host_id"),
                        row.getLong("epoch"),
                        row.getString("action"),
                        row.getString("generation"),
                        row.getString("ref"),
                        row.getString("rollback_ref"),
                        row.getBoolean("needs_boot"),
                        row.getObject("deadline", Long.class),
                        row.getBoolean("live"),
                        row.getObject("plan", UUID.class),
                        row.getInt("wave"),
                        instant(row, "held_until")))
                .list();
    }

    /** Whether the host acts under an order that is not proven: settled hosts of a wave that has passed are on their own again. */
    public boolean steers(UUID host) {
        return jdbc.sql("""
                select exists (select from host_conflicts where host_id = :host and resolved_at is null)
                    or exists (select from rollout_hosts rh
                               join waves w on w.rollout_id = rh.rollout_id and w.ordinal = rh.wave
                               where rh.host_id = :host and rh.active
                                 and ((w.directive = 'OFFER' and not (rh.state = 'SETTLED' and w.state = 'PASSED'))
                                      or (w.directive <> 'OFFER' and (rh.touched or rh.inherited))))
                """).param("host", host).query(Boolean.class).single();
    }

    public record DesiredRow(
            UUID hostId,
            long epoch,
            String action,
            @Nullable String generation,
            @Nullable String ref,
            @Nullable String rollbackRef,
            boolean needsBoot,
            @Nullable Long deadlineSeconds,
            boolean live,
            @Nullable UUID plan,
            int wave,
            @Nullable Instant heldUntil) {}
}
