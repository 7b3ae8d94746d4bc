package dev.breakwater.rollout.store;

import static dev.breakwater.rollout.store.Columns.at;
import static dev.breakwater.rollout.store.Columns.instant;
import static dev.breakwater.rollout.store.Columns.uuid;

import dev.breakwater.host.Selector;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.time.Instant;
import java.util.Collection;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.UUID;
import org.jspecify.annotations.Nullable;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.stereotype.Repository;

/** What lets hosts pass a closed calendar: an override of the whole rollout, or that their wave began while it was open. */
@Repository
public class PassStore {
    private final JdbcClient jdbc;

    PassStore(JdbcClient jdbc) {
        this.jdbc = jdbc;
    }

    /** An approver let the rollout pass its calendars. */
    public record CalendarOverride(String actor, String reason, Instant at) {}

    /** {@code waveOpenedAt}: when the first claim under the wave's directive was granted. */
    public record Pass(
            @Nullable CalendarOverride override, @Nullable Instant waveOpenedAt) {}

    public Pass of(UUID rollout, int wave) {
        return jdbc.sql("""
                select calendars_overridden_at, calendars_overridden_by, calendars_overridden_reason,
                       (select first_claim_at from waves
                        where rollout_id = r.id and ordinal = :wave and first_claim_at >= directed_at) as first_claim_at
                from rollouts r where id = :rollout
                """)
                .param("rollout", rollout)
                .param("wave", wave)
                .query((row, _) -> new Pass(override(row), instant(row, "first_claim_at")))
                .single();
    }

    /** Of those that have one. */
    public Map<UUID, CalendarOverride> overrides(Collection<UUID> rollouts) {
        var overrides = new HashMap<UUID, CalendarOverride>();
        jdbc.sql("""
                select id, calendars_overridden_at, calendars_overridden_by, calendars_overridden_reason
                from rollouts where id = any (:rollouts) and calendars_overridden_at is not null
                """).param("rollouts", rollouts.toArray(UUID[]::new)).query(row -> {
            overrides.put(uuid(row, "id"), Objects.requireNonNull(override(row)));
        });
        return overrides;
    }

    public int hosts(UUID rollout) {
        return jdbc.sql("select coalesce(sum(hosts), 0) from waves where rollout_id = :rollout")
                .param("rollout", rollout)
                .query(Integer.class)
                .single();
    }

    /** The caller holds the rollout's row. A directive given since makes it a new wave. */
    public void claimed(UUID rollout, int wave, Instant now) {
        jdbc.sql("""
                update waves set first_claim_at = :now
                where rollout_id = :rollout and ordinal = :wave and (first_claim_at is null or first_claim_at < directed_at)
                """)
                .param("rollout", rollout)
                .param("wave", wave)
                .param("now", at(now))
                .update();
    }

    /** The caller holds the rollout's row; null revokes. */
    public void save(UUID rollout, @Nullable CalendarOverride override) {
        jdbc.sql("""
                update rollouts
                set calendars_overridden_at = :at::timestamptz, calendars_overridden_by = :by, calendars_overridden_reason = :reason,
                    revision = revision + 1
                where id = :rollout
                """)
                .param("rollout", rollout)
                .param("at", override == null ? null : at(override.at()))
                .param("by", override == null ? null : override.actor())
                .param("reason", override == null ? null : override.reason())
                .update();
    }

    /** Names of unfinished rollouts that name a calendar. */
    public List<String> naming(UUID calendar, int limit) {
        return jdbc.sql("""
                select name from rollouts
                where not phase_is_over(phase)
                  and spec -> 'calendars' @> to_jsonb(:calendar::text)
                order by id limit :limit
                """)
                .param("calendar", calendar.toString())
                .param("limit", limit)
                .query((row, _) -> row.getString("name"))
                .list();
    }

    /** Whether the wave has a host yet to be granted its claim that none of the selectors, as SQL, matches. */
    public boolean anyOutside(UUID rollout, int wave, List<Selector> selectors) {
        var where = new StringBuilder();
        var params = new HashMap<String, Object>();
        for (var i = 0; i < selectors.size(); i++) {
            var sql = selectors.get(i).sql("h.labels", "s" + i + "x");
            where.append(" and not (").append(sql.where()).append(')');
            params.putAll(sql.params());
        }
        return jdbc.sql("""
                select exists (select from rollout_hosts rh join hosts h on h.id = rh.host_id
                               where rh.rollout_id = :rollout and rh.wave = :wave and rh.active and not rh.deferred
                                 and rh.state in ('PENDING', 'OFFERED') %s)
                """.formatted(where))
                .param("rollout", rollout)
                .param("wave", wave)
                .params(params)
                .query(Boolean.class)
                .single();
    }

    private static @Nullable CalendarOverride override(ResultSet row) throws SQLException {
        var at = instant(row, "calendars_overridden_at");
        if (at == null) {
            return null;
        }
        return new CalendarOverride(
                Objects.requireNonNull(row.getString("calendars_overridden_by")),
                Objects.requireNonNull(row.getString("calendars_overridden_reason")),
                at);
    }
}
