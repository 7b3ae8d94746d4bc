package dev.breakwater.rollout.store;

import static dev.breakwater.rollout.store.Columns.at;
import static dev.breakwater.rollout.store.Columns.uuid;

import java.sql.ResultSet;
import java.sql.SQLException;
import java.time.Duration;
import java.time.Instant;
import java.util.Collection;
import java.util.HashMap;
import java.util.Map;
import java.util.UUID;
import org.jspecify.annotations.Nullable;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.stereotype.Repository;
import tools.jackson.core.type.TypeReference;
import tools.jackson.databind.json.JsonMapper;

/** What a claim counts. Exact, because its transaction holds the rollout's row. */
@Repository
public class ClaimStore {
    private static final TypeReference<Map<String, String>> LABELS = new TypeReference<>() {};

    private final JdbcClient jdbc;
    private final JsonMapper json;

    ClaimStore(JdbcClient jdbc, JsonMapper json) {
        this.jdbc = jdbc;
        this.json = json;
    }

    /** By host. */
    public Map<UUID, Claimant> claimants(Collection<UUID> hosts, Instant now) {
        var claimants = new HashMap<UUID, Claimant>();
        jdbc.sql("""
                select h.id, h.labels, s.healthy, case when coalesce(h.hold_until, 'infinity') > :now then h.hold_reason end as hold
                from hosts h left join host_status s on s.host_id = h.id where h.id = any (:hosts)
                """)
                .param("hosts", hosts.toArray(UUID[]::new))
                .param("now", at(now))
                .query(row -> {
                    claimants.put(uuid(row, "id"), claimant(row));
                });
        return claimants;
    }

    private Claimant claimant(ResultSet row) throws SQLException {
        return new Claimant(
                json.readValue(row.getString("labels"), LABELS),
                Boolean.FALSE.equals(row.getObject("healthy", Boolean.class)),
                row.getString("hold"));
    }

    public GoingBack goingBack(UUID rollout) {
        return jdbc.sql("""
                select coalesce(sum(hosts) filter (where touched), 0) as touched,
                       coalesce(sum(hosts) filter (where going_back and state <> 'ROLLED_BACK' and not rollback_failed), 0) as hosts
                from wave_tallies where rollout_id = :rollout
                """)
                .param("rollout", rollout)
                .query((row, _) -> new GoingBack(row.getInt("touched"), row.getInt("hosts")))
                .single();
    }

    /** Whether a later wave still has hosts that could ask to go back: heard of lately, and not asked yet. */
    public boolean laterWaveGoesFirst(UUID rollout, int wave, Instant now, Duration offlineAfter) {
        return jdbc.sql("""
                select exists (select from rollout_hosts rh
                               join waves w on w.rollout_id = rh.rollout_id and w.ordinal = rh.wave and w.directive = 'ROLLBACK'
                               join host_status s on s.host_id = rh.host_id
                               where rh.rollout_id = :rollout and rh.wave > :wave and rh.touched and rh.rollback_claimed_at is null
                                 and rh.state <> 'ROLLED_BACK' and s.last_seen_at >= :heard)
                """)
                .param("rollout", rollout)
                .param("wave", wave)
                .param("heard", at(now.minus(offlineAfter)))
                .query(Boolean.class)
                .single();
    }

    /** {@code hosts}: on their way back now, of all that were touched. */
    public record GoingBack(int touched, int hosts) {}

    /** {@code unhealthy}: down already, so that moving it makes nothing less available. */
    public record Claimant(
            Map<String, String> labels,
            boolean unhealthy,
            @Nullable String hold) {}
}
