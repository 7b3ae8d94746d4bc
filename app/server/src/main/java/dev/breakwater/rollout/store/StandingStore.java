package dev.breakwater.rollout.store;

import static dev.breakwater.rollout.store.Columns.at;
import static dev.breakwater.rollout.store.Columns.instant;

import java.time.Duration;
import java.time.Instant;
import java.util.Optional;
import java.util.UUID;
import org.jspecify.annotations.Nullable;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.stereotype.Repository;

/** All that explains where one host stands. */
@Repository
public class StandingStore {
    private final JdbcClient jdbc;

    StandingStore(JdbcClient jdbc) {
        this.jdbc = jdbc;
    }

    public Optional<Standing> of(UUID host, Instant now, Duration offlineAfter) {
        return jdbc.sql("""
                select h.name, case when coalesce(h.hold_until, 'infinity') > :now then h.hold_reason end as hold,
                       case when c.host_id is not null
                            then format('it has seen epoch %s, and the database had given %s when it was restored', c.epoch, c.given_epoch) end as conflict,
                       s.current_ref, s.desired_ref, s.healthy, s.last_seen_at, coalesce(s.last_seen_at >= :heard, false) as heard,
                       rh.rollout_id, w.name as wave, w.directive, st.state, st.reason, st.to_ref, st.rollback_ref, st.deadline_at,
                       g.stopped, g.reason as stop_reason
                from hosts h
                cross join global_stop g
                left join host_status s on s.host_id = h.id
                left join host_conflicts c on c.host_id = h.id and c.resolved_at is null
                left join rollout_hosts rh on rh.host_id = h.id and rh.active
                left join waves w on w.rollout_id = rh.rollout_id and w.ordinal = rh.wave
                left join lateral (select * from rollout_host_states(rh.rollout_id, :now) x where x.host_id = h.id) st on true
                where h.id = :host and h.deleted_at is null
                """)
                .param("host", host)
                .param("now", at(now))
                .param("heard", at(now.minus(offlineAfter)))
                .query((row, _) -> new Standing(
                        row.getString("name"),
                        row.getString("hold"),
                        row.getString("conflict"),
                        row.getString("current_ref"),
                        row.getString("desired_ref"),
                        row.getObject("healthy", Boolean.class),
                        instant(row, "last_seen_at"),
                        row.getBoolean("heard"),
                        row.getBoolean("stopped") ? row.getString("stop_reason") : null,
                        row.getObject("rollout_id", UUID.class),
                        row.getString("wave"),
                        row.getString("state"),
                        row.getString("reason"),
                        row.getString("to_ref"),
                        row.getString("rollback_ref"),
                        instant(row, "deadline_at")))
                .optional();
    }

    /** From {@code rolloutId} on null where no rollout steers the host. */
    public record Standing(
            String name,
            @Nullable String hold,
            @Nullable String conflict,
            @Nullable String currentRef,
            @Nullable String desiredRef,
            @Nullable Boolean healthy,
            @Nullable Instant lastSeenAt,
            boolean heard,
            @Nullable String stop,
            @Nullable UUID rolloutId,
            @Nullable String wave,
            @Nullable String state,
            @Nullable String reason,
            @Nullable String toRef,
            @Nullable String rollbackRef,
            @Nullable Instant deadlineAt) {}
}
