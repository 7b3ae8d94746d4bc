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

    /**
     * Of those hosts that a rollout steers or that are in conflict. {@code steered}: the host acts under an order that is not proven;
     * settled hosts of a wave that has passed are on their own again.
     */
    public List<Standing> standings(Collection<UUID> hosts) {
        return jdbc.sql("""
                select coalesce(rh.host_id, c.host_id) as host_id, rh.host_id is not null as planned,
                       c.host_id is not null
                           or (w.directive = 'OFFER' and not (rh.state = 'SETTLED' and w.state = 'PASSED'))
                           or (w.directive <> 'OFFER' and (rh.touched or rh.inherited)) as steered
                from (select * from rollout_hosts where host_id = any (:hosts) and active) rh
                join waves w on w.rollout_id = rh.rollout_id and w.ordinal = rh.wave
                full join (select host_id from host_conflicts where host_id = any (:hosts) and resolved_at is null) c on c.host_id = rh.host_id
                """)
                .param("hosts", hosts.toArray(UUID[]::new))
                .query((row, _) ->
                        new Standing(uuid(row, "host_id"), row.getBoolean("planned"), row.getBoolean("steered")))
                .list();
    }

    public record Standing(UUID hostId, boolean planned, boolean steered) {}

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
