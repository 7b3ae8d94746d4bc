package dev.breakwater.rollout.store;

import static dev.breakwater.rollout.store.Columns.at;
import static dev.breakwater.rollout.store.Columns.uuid;

import dev.breakwater.host.Selector;
import java.time.Instant;
import java.util.Collection;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.UUID;
import java.util.stream.Collectors;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.stereotype.Repository;

/** Hosts that name epochs this database has never given. */
@Repository
public class ConflictStore {
    private final JdbcClient jdbc;

    ConflictStore(JdbcClient jdbc) {
        this.jdbc = jdbc;
    }

    /** {@code epoch}: the newest one of an earlier conflict of this host, 0 without one. */
    public record Known(boolean unknown, boolean open, long epoch) {}

    public Known known(UUID host, long epoch) {
        return jdbc.sql("""
                select epoch_is_unknown(:epoch) as unknown, c.host_id is not null and c.resolved_at is null as open, coalesce(c.epoch, 0) as epoch
                from (values (1)) one left join host_conflicts c on c.host_id = :host
                """)
                .param("host", host)
                .param("epoch", epoch)
                .query((row, _) -> new Known(row.getBoolean("unknown"), row.getBoolean("open"), row.getLong("epoch")))
                .single();
    }

    public boolean anyUnknown(Collection<Long> epochs) {
        return jdbc.sql(
                        "select coalesce(bool_or(epoch_is_unknown(epoch)), false) from (select distinct unnest(:epochs::bigint[])) e (epoch)")
                .param("epochs", epochs.toArray(Long[]::new))
                .query(Boolean.class)
                .single();
    }

    /** One at a time: what the first one finds, the next one need not. */
    public void lock() {
        jdbc.sql("select pg_advisory_xact_lock(hashtext('breakwater restore'))")
                .query((_, _) -> true)
                .list();
    }

    /**
     * Whether this is the first word of a state that was lost: the epoch lies in a gap where none was found yet, or past all that was
     * given. One past any that could have been given is no such word.
     */
    public boolean findsRestore(long epoch, long stride, Instant now) {
        var inGap = jdbc.sql(
                        "update epoch_gaps set found_at = :now where low < :epoch and :epoch <= high and found_at is null")
                .param("epoch", epoch)
                .param("now", at(now))
                .update();
        if (inGap > 0) {
            return true;
        }
        return jdbc.sql(
                                "select jump_epochs(:epoch, :stride, :now) from epoch_given() given where given < :epoch and :epoch <= given + :stride")
                        .param("epoch", epoch)
                        .param("stride", stride)
                        .param("now", at(now))
                        .query((_, _) -> true)
                        .list()
                        .size()
                > 0;
    }

    /** The rollouts that could move by themselves, to be paused; their rows stay locked. */
    public List<UUID> markRunning() {
        return jdbc.sql("""
                with running as (
                    select id from rollouts where phase in ('SCHEDULED', 'ROLLING', 'SOAKING', 'AWAITING_APPROVAL') order by id for no key update)
                update rollouts r set restored = true from running where r.id = running.id returning r.id
                """).query((row, _) -> uuid(row, "id")).list();
    }

    /** Whether the rollout is still to be paused; from now on it is not. */
    public boolean unmark(UUID rollout) {
        return jdbc.sql("update rollouts set restored = false where id = :id and restored")
                        .param("id", rollout)
                        .update()
                > 0;
    }

    public boolean open(UUID host, long epoch, Instant now) {
        return jdbc.sql("""
                insert into host_conflicts (host_id, epoch, given_epoch, found_at)
                values (:host, :epoch, (select coalesce(max(low), epoch_given()) from epoch_gaps where low < :epoch and :epoch <= high), :now)
                on conflict (host_id) do update set epoch = excluded.epoch, given_epoch = excluded.given_epoch, found_at = excluded.found_at,
                                                    resolved_at = null, decision = null, actor = null, reason = null
                where host_conflicts.resolved_at is not null
                """)
                        .param("host", host)
                        .param("epoch", epoch)
                        .param("now", at(now))
                        .update()
                > 0;
    }

    /** By rollout, how many of its hosts are in conflict. */
    public Map<UUID, Integer> counts(Collection<UUID> rollouts) {
        record Count(UUID rollout, int hosts) {}
        return jdbc
                .sql("""
                select rh.rollout_id, count(*) as hosts from host_conflicts c join rollout_hosts rh on rh.host_id = c.host_id and rh.active
                where c.resolved_at is null and rh.rollout_id = any (:rollouts) group by rh.rollout_id
                """)
                .param("rollouts", rollouts.toArray(UUID[]::new))
                .query((row, _) -> new Count(uuid(row, "rollout_id"), row.getInt("hosts")))
                .list()
                .stream()
                .collect(Collectors.toMap(Count::rollout, Count::hosts));
    }

    public boolean isOpen(UUID host) {
        return jdbc.sql("select exists (select from host_conflicts where host_id = :host and resolved_at is null)")
                .param("host", host)
                .query(Boolean.class)
                .single();
    }

    /** Those of these hosts that are in conflict. */
    public Set<UUID> among(Collection<UUID> hosts) {
        return jdbc.sql("select host_id from host_conflicts where host_id = any (:hosts) and resolved_at is null")
                .param("hosts", hosts.toArray(UUID[]::new))
                .query((row, _) -> uuid(row, "host_id"))
                .set();
    }

    /** In the order of ids, at most so many. */
    public List<UUID> matching(Selector selector, int limit) {
        var sql = selector.sql("h.labels");
        return jdbc.sql("""
                select h.id from host_conflicts c join hosts h on h.id = c.host_id
                where c.resolved_at is null and h.deleted_at is null and %s order by h.id limit :limit
                """.formatted(sql.where()))
                .params(sql.params())
                .param("limit", limit)
                .query((row, _) -> uuid(row, "id"))
                .list();
    }
}
