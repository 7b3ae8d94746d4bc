package dev.breakwater.rollout.store;

import static dev.breakwater.rollout.store.Columns.at;
import static dev.breakwater.rollout.store.Columns.instant;

import dev.breakwater.host.Selector;
import dev.breakwater.rollout.engine.HostState;
import dev.breakwater.rollout.engine.Phase;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.time.Duration;
import java.time.Instant;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.UUID;
import org.jspecify.annotations.Nullable;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.stereotype.Repository;
import tools.jackson.core.type.TypeReference;
import tools.jackson.databind.json.JsonMapper;

/** All that explains where one host stands. */
@Repository
public class StandingStore {
    private static final TypeReference<Map<String, String>> LABELS = new TypeReference<>() {};

    private final JdbcClient jdbc;
    private final JsonMapper json;
    private final PhaseJson phases;

    StandingStore(JdbcClient jdbc, JsonMapper json, PhaseJson phases) {
        this.jdbc = jdbc;
        this.json = json;
        this.phases = phases;
    }

    public Optional<Standing> of(UUID host, Instant now, Duration offlineAfter) {
        return jdbc.sql("""
                select h.name, h.labels, h.hold_until, case when coalesce(h.hold_until, 'infinity') > :now then h.hold_reason end as hold,
                       case when c.host_id is not null
                            then format('it has seen epoch %s, and the database had given %s when it was restored', c.epoch, c.given_epoch) end as conflict,
                       s.current_ref, s.desired_ref, s.healthy, s.last_seen_at, coalesce(s.last_seen_at >= :heard, false) as heard,
                       rh.rollout_id, r.phase, r.phase_state, r.selector, w.name as wave, st.state, st.reason, st.to_ref, st.rollback_ref, st.deadline_at,
                       g.stopped, g.reason as stop_reason
                from hosts h
                cross join global_stop g
                left join host_status s on s.host_id = h.id
                left join host_conflicts c on c.host_id = h.id and c.resolved_at is null
                left join rollout_hosts rh on rh.host_id = h.id and rh.active
                left join rollouts r on r.id = rh.rollout_id
                left join waves w on w.rollout_id = rh.rollout_id and w.ordinal = rh.wave
                left join lateral (select * from rollout_host_states(rh.rollout_id, :now) x where x.host_id = h.id) st on true
                where h.id = :host and h.deleted_at is null
                """)
                .param("host", host)
                .param("now", at(now))
                .param("heard", at(now.minus(offlineAfter)))
                .query(this::standing)
                .optional();
    }

    /** Rollouts under way without the host in their plan. {@code why}: its exclusion; null where it was not there to be planned. */
    public List<LeavingOut> leavingOut(UUID host) {
        return jdbc.sql("""
                select r.name, r.phase, r.selector, e.why
                from rollouts r left join rollout_excluded e on e.rollout_id = r.id and e.host_id = :host
                where phase_is_under_way(r.phase)
                  and not exists (select from rollout_hosts rh where rh.rollout_id = r.id and rh.host_id = :host)
                order by r.id
                """)
                .param("host", host)
                .query((row, _) -> new LeavingOut(
                        row.getString("name"),
                        row.getString("phase"),
                        Selector.parse(row.getString("selector")),
                        row.getString("why")))
                .list();
    }

    private Standing standing(ResultSet row, int number) throws SQLException {
        return new Standing(
                row.getString("name"),
                json.readValue(row.getString("labels"), LABELS),
                row.getString("hold"),
                instant(row, "hold_until"),
                row.getString("conflict"),
                row.getString("current_ref"),
                row.getString("desired_ref"),
                row.getObject("healthy", Boolean.class),
                instant(row, "last_seen_at"),
                row.getBoolean("heard"),
                row.getBoolean("stopped") ? row.getString("stop_reason") : null,
                steered(row));
    }

    private @Nullable Steered steered(ResultSet row) throws SQLException {
        var rollout = row.getObject("rollout_id", UUID.class);
        return rollout == null
                ? null
                : new Steered(
                        rollout,
                        phases.read(row.getString("phase"), row.getString("phase_state")),
                        Selector.parse(row.getString("selector")),
                        row.getString("wave"),
                        HostState.valueOf(row.getString("state")),
                        row.getString("reason"),
                        row.getString("to_ref"),
                        row.getString("rollback_ref"),
                        instant(row, "deadline_at"));
    }

    /** {@code steered} is null where no rollout steers the host. */
    public record Standing(
            String name,
            Map<String, String> labels,
            @Nullable String hold,
            @Nullable Instant holdUntil,
            @Nullable String conflict,
            @Nullable String currentRef,
            @Nullable String desiredRef,
            @Nullable Boolean healthy,
            @Nullable Instant lastSeenAt,
            boolean heard,
            @Nullable String stop,
            @Nullable Steered steered) {}

    /** The host's place in the plan that steers it. {@code selector}: the rollout's. */
    public record Steered(
            UUID rolloutId,
            Phase phase,
            Selector selector,
            String wave,
            HostState state,
            @Nullable String reason,
            String toRef,
            @Nullable String rollbackRef,
            @Nullable Instant deadlineAt) {}

    public record LeavingOut(
            String name,
            String phase,
            Selector selector,
            @Nullable String why) {}
}
