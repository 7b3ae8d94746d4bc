package dev.breakwater.rollout.store;

import java.util.ArrayList;
import java.util.Collection;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.UUID;
import java.util.stream.Stream;
import org.jspecify.annotations.Nullable;
import org.springframework.jdbc.core.RowCallbackHandler;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.stereotype.Repository;

/** Hosts of waves on offer whose last claim was put off. */
@Repository
public class PutOffStore {
    private static final int MOST_DOMAINS = 100;

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

    /** The labels with these keys of hosts that were told so: each combination once, and no more than a hundred. */
    public Stream<Map<String, String>> domains(UUID rollout, String code, List<String> keys) {
        return jdbc
                .sql("""
                        select distinct array(select h.labels ->> key from unnest(:keys::text[]) with ordinality k (key, n) order by n) as domain
                        from rollout_hosts rh join hosts h on h.id = rh.host_id
                        join waves w on w.rollout_id = rh.rollout_id and w.ordinal = rh.wave and w.directive = 'OFFER'
                        where rh.rollout_id = :rollout and rh.put_off = :code and rh.state in ('PENDING', 'OFFERED')
                        limit :most
                        """)
                .param("keys", keys.toArray(String[]::new))
                .param("rollout", rollout)
                .param("code", code)
                .param("most", MOST_DOMAINS)
                .query((row, _) ->
                        labels(keys, (String[]) row.getArray("domain").getArray()))
                .list()
                .stream();
    }

    private static Map<String, String> labels(List<String> keys, @Nullable String[] values) {
        var labels = new HashMap<String, String>();
        for (var index = 0; index < values.length; index++) {
            var value = values[index];
            if (value != null) {
                labels.put(keys.get(index), value);
            }
        }
        return labels;
    }

    public record PutOff(String code, int hosts) {}
}
