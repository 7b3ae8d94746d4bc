package dev.breakwater.rollout.store;

import static dev.breakwater.rollout.store.Columns.at;
import static dev.breakwater.rollout.store.Columns.instant;
import static dev.breakwater.rollout.store.Columns.uuid;

import dev.breakwater.rollout.engine.Directive;
import dev.breakwater.rollout.engine.WaveState;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.time.Instant;
import java.util.Collection;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.Optional;
import java.util.UUID;
import org.jspecify.annotations.Nullable;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.stereotype.Repository;

/** One host's row in the plan that steers it, and what its wave says. */
@Repository
public class TurnStore {
    private final JdbcClient jdbc;

    TurnStore(JdbcClient jdbc) {
        this.jdbc = jdbc;
    }

    /** By host; those that no plan steers are missing. */
    public Map<UUID, UUID> rolloutsOf(Collection<UUID> hosts) {
        var rollouts = new HashMap<UUID, UUID>();
        jdbc.sql("select host_id, rollout_id from rollout_hosts where host_id = any (:hosts) and active")
                .param("hosts", hosts.toArray(UUID[]::new))
                .query(row -> {
                    rollouts.put(uuid(row, "host_id"), uuid(row, "rollout_id"));
                });
        return rollouts;
    }

    /** Of those hosts that a plan steers, in the order of their ids. */
    public List<Turn> lock(Collection<UUID> hosts) {
        return jdbc.sql("""
                select rh.*, (select name from hosts where id = rh.host_id) as host
                from rollout_hosts rh where rh.host_id = any (:hosts) and rh.active order by rh.host_id for update
                """)
                .param("hosts", hosts.toArray(UUID[]::new))
                .query((row, _) -> turn(row))
                .list();
    }

    public Optional<Turn> lock(UUID host) {
        return lock(List.of(host)).stream().findFirst();
    }

    public Optional<Turn> find(UUID host) {
        return jdbc.sql("""
                select rh.*, (select name from hosts where id = rh.host_id) as host
                from rollout_hosts rh where rh.host_id = :host and rh.active
                """).param("host", host).query((row, _) -> turn(row)).optional();
    }

    /** As {@link #orders(Collection)}. */
    public Orders orders(Turn turn) {
        return Objects.requireNonNull(orders(List.of(turn)).get(turn.hostId()));
    }

    /** By host. A statement after {@link #lock}: only then does it see every directive that was committed before the lock was had. */
    public Map<UUID, Orders> orders(Collection<Turn> turns) {
        var orders = new HashMap<UUID, Orders>();
        jdbc.sql("""
                select t.host_id, r.name, r.generation_id, r.phase, (r.spec ->> 'minHealthy')::int as min_healthy,
                       w.name as wave_name, w.state, w.directive, w.epoch,
                       exists (select from host_conflicts c where c.host_id = t.host_id and c.resolved_at is null) as conflict
                from unnest(:hosts::uuid[], :rollouts::uuid[], :waves::int[]) as t (host_id, rollout_id, wave)
                join rollouts r on r.id = t.rollout_id join waves w on w.rollout_id = r.id and w.ordinal = t.wave
                """)
                .param("hosts", turns.stream().map(Turn::hostId).toArray(UUID[]::new))
                .param("rollouts", turns.stream().map(Turn::rolloutId).toArray(UUID[]::new))
                .param("waves", turns.stream().map(Turn::wave).toArray(Integer[]::new))
                .query(row -> {
                    orders.put(uuid(row, "host_id"), orders(row));
                });
        return orders;
    }

    private static Orders orders(ResultSet row) throws SQLException {
        return new Orders(
                row.getString("name"),
                uuid(row, "generation_id"),
                row.getString("phase"),
                row.getInt("min_healthy"),
                row.getString("wave_name"),
                WaveState.valueOf(row.getString("state")),
                Directive.valueOf(row.getString("directive")),
                row.getLong("epoch"),
                row.getBoolean("conflict"));
    }

    /** What a report made of the host. Its clock as a claimed host starts when it becomes one, however that came about. */
    public void weighed(Turn turn, Weighed weighed, Epochs epochs, Instant now) {
        jdbc.sql("""
                update rollout_hosts
                set state = :state, reason = :reason, touched = :touched, healthy_streak = :streak, rollback_failed = :rollbackFailed,
                    offered_at = case when deferred and not :deferred then :now::timestamptz else offered_at end, deferred = :deferred,
                    said_epoch = :said, ruling_epoch = :ruling, spoke_at = case when :speaks then :now::timestamptz else spoke_at end,
                    claimed_at = case when :state = 'CLAIMED' and state <> 'CLAIMED' then :now::timestamptz else claimed_at end,
                    finished_at = case when :state not in ('SETTLED', 'FAILED', 'SILENT', 'ROLLED_BACK') then null
                                       when state = :state then finished_at else :now::timestamptz end
                where rollout_id = :rollout and host_id = :host
                """)
                .param("rollout", turn.rolloutId())
                .param("host", turn.hostId())
                .param("state", weighed.state())
                .param("reason", weighed.reason())
                .param("touched", weighed.touched())
                .param("streak", weighed.healthyStreak())
                .param("rollbackFailed", weighed.rollbackFailed())
                .param("deferred", weighed.deferred())
                .param("speaks", weighed.speaks())
                .param("said", epochs.said())
                .param("ruling", epochs.ruling())
                .param("now", at(now))
                .update();
    }

    public void leave(Turn turn) {
        jdbc.sql("update rollout_hosts set active = false where rollout_id = :rollout and host_id = :host")
                .param("rollout", turn.rolloutId())
                .param("host", turn.hostId())
                .update();
    }

    private static Turn turn(ResultSet row) throws SQLException {
        return new Turn(
                uuid(row, "rollout_id"),
                uuid(row, "host_id"),
                row.getString("host"),
                row.getInt("wave"),
                row.getBoolean("deferred"),
                row.getString("state"),
                row.getString("reason"),
                row.getString("to_ref"),
                row.getString("rollback_ref"),
                row.getBoolean("touched"),
                row.getBoolean("needs_boot"),
                row.getString("boot_id_before"),
                row.getInt("healthy_streak"),
                instant(row, "spoke_at"),
                instant(row, "rollback_claimed_at"),
                row.getBoolean("rollback_failed"));
    }

    /** A host's row after a report. {@code speaks}: its deadline as an offered host starts anew. */
    public record Weighed(
            String state,
            @Nullable String reason,
            boolean touched,
            int healthyStreak,
            boolean rollbackFailed,
            boolean deferred,
            boolean speaks) {}

    /** The epoch a host named and the one in force: kept beside what followed, so that a breach of I13 would show. */
    public record Epochs(long said, long ruling) {}

    /** What a host's wave says, of which rollout. {@code conflict}: the host has seen more than this database knows, and is left alone. */
    public record Orders(
            String rollout,
            UUID generationId,
            String phase,
            int minHealthy,
            String wave,
            WaveState waveState,
            Directive directive,
            long epoch,
            boolean conflict) {
        public boolean over() {
            return switch (phase) {
                case "COMPLETED", "ROLLED_BACK", "CANCELLED", "SUPERSEDED" -> true;
                default -> false;
            };
        }
    }
}
