package dev.breakwater.rollout.store;

import java.util.ArrayList;
import java.util.Collection;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.UUID;
import org.springframework.jdbc.core.RowCallbackHandler;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.stereotype.Repository;

/** Hosts of waves on offer whose last claim was put off. */
@Repository
public class PutOffStore {
    private final JdbcClient jdbc;

    PutOffStore(JdbcClient jdbc) {
        this.jdbc = jdbc;
    }

    /** By rollout and what they were told, the most frequent first. */
    public Map<UUID, List<PutOff>> waiting(Collection<UUID> rollouts) {
        if (rollouts.isEmpty()) {
            return Map.of();
        }
        var told = new HashMap<UUID, List<PutOff>>();
        jdbc.sql("""
                select t.rollout_id, t.put_off as code, sum(t.hosts) as hosts
                from wave_tallies t join waves w on w.rollout_id = t.rollout_id and w.ordinal = t.wave and w.directive = 'OFFER'
                where t.rollout_id = any (:rollouts) and t.put_off is not null and t.state in ('PENDING', 'OFFERED')
                group by 1, 2 having sum(t.hosts) > 0 order by 3 desc, 2
                """).param("rollouts", rollouts.toArray(UUID[]::new)).query((RowCallbackHandler)
                row -> told.computeIfAbsent(Columns.uuid(row, "rollout_id"), _ -> new ArrayList<>())
                        .add(new PutOff(row.getString("code"), row.getInt("hosts"))));
        return told;
    }

    public record PutOff(String code, int hosts) {}
}
