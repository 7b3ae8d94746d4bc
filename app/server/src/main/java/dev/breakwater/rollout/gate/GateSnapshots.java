package dev.breakwater.rollout.gate;

import static java.util.stream.Collectors.groupingBy;
import static java.util.stream.Collectors.mapping;
import static java.util.stream.Collectors.toList;

import dev.breakwater.rollout.engine.GateFact;
import dev.breakwater.rollout.engine.GateFact.Weight;
import dev.breakwater.rollout.engine.GateVerdict;
import dev.breakwater.web.FieldError;
import dev.breakwater.web.InvalidField;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.time.OffsetDateTime;
import java.util.ArrayList;
import java.util.Collection;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.UUID;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.stereotype.Repository;

/** The gates of rollouts: copied from their definitions when a rollout is drafted, and what they said last. */
@Repository
public class GateSnapshots {
    private final JdbcClient jdbc;

    GateSnapshots(JdbcClient jdbc) {
        this.jdbc = jdbc;
    }

    /** By wave, the names of its gates. Refuses names that nobody has defined. */
    public void requireKnown(List<List<String>> waves) {
        var names = waves.stream().flatMap(List::stream).distinct().toArray(String[]::new);
        var known = jdbc.sql("select name from gates where name = any (:names)")
                .param("names", names)
                .query(String.class)
                .set();
        var unknown = new ArrayList<FieldError>();
        for (int wave = 0; wave < waves.size(); wave++) {
            for (int gate = 0; gate < waves.get(wave).size(); gate++) {
                var name = waves.get(wave).get(gate);
                if (!known.contains(name)) {
                    unknown.add(new FieldError(
                            "/waves/%d/gates/%d".formatted(wave, gate), "there is no gate called " + name));
                }
            }
        }
        if (!unknown.isEmpty()) {
            throw new InvalidField(unknown);
        }
    }

    /** For a rollout whose waves have just been written. */
    public void copy(UUID rollout, List<List<String>> waves) {
        jdbc.sql("""
                insert into rollout_gates (rollout_id, name, type, config, secret, dry_run, on_no_data, interval_seconds, timeout_seconds,
                                           consecutive_errors)
                select :rollout, name, type, config, secret, dry_run, on_no_data, interval_seconds, timeout_seconds, consecutive_errors
                from gates where name = any (:names)
                """)
                .param("rollout", rollout)
                .param("names", waves.stream().flatMap(List::stream).distinct().toArray(String[]::new))
                .update();
        for (int wave = 0; wave < waves.size(); wave++) {
            jdbc.sql("insert into wave_gates (rollout_id, wave, gate) select :rollout, :wave, unnest(:names::text[])")
                    .param("rollout", rollout)
                    .param("wave", wave)
                    .param("names", waves.get(wave).toArray(String[]::new))
                    .update();
        }
    }

    /** By rollout and wave. */
    public Map<UUID, Map<Integer, List<GateFact>>> facts(Collection<UUID> rollouts) {
        return jdbc
                .sql("""
                select g.rollout_id, g.wave, g.gate, g.verdict, g.pauses, g.why, g.at, d.dry_run, d.type
                from wave_gates g join rollout_gates d on d.rollout_id = g.rollout_id and d.name = g.gate
                where g.rollout_id = any (:rollouts) order by g.rollout_id, g.wave, g.gate
                """)
                .param("rollouts", rollouts.toArray(UUID[]::new))
                .query((row, _) -> new Placed(row.getObject("rollout_id", UUID.class), row.getInt("wave"), fact(row)))
                .list()
                .stream()
                .collect(groupingBy(Placed::rollout, groupingBy(Placed::wave, mapping(Placed::fact, toList()))));
    }

    private record Placed(UUID rollout, int wave, GateFact fact) {}

    private static GateFact fact(ResultSet row) throws SQLException {
        return new GateFact(
                row.getString("gate"),
                weight(row.getBoolean("dry_run"), GateType.valueOf(row.getString("type"))),
                row.getString("verdict") == null ? null : reading(row));
    }

    private static GateFact.Reading reading(ResultSet row) throws SQLException {
        return new GateFact.Reading(
                GateVerdict.valueOf(row.getString("verdict")),
                row.getBoolean("pauses"),
                Objects.requireNonNullElse(row.getString("why"), ""),
                row.getObject("at", OffsetDateTime.class).toInstant());
    }

    private static Weight weight(boolean dryRun, GateType type) {
        if (dryRun) {
            return Weight.DRY_RUN;
        }
        return type == GateType.ALERTMANAGER ? Weight.BEFORE_START : Weight.COUNTED;
    }
}
