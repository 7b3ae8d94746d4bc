package dev.breakwater.rollout.store;

import static dev.breakwater.rollout.store.Columns.instant;
import static dev.breakwater.rollout.store.Columns.uuid;

import java.time.Instant;
import java.util.Collection;
import java.util.List;
import java.util.UUID;
import org.jspecify.annotations.Nullable;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.stereotype.Repository;

/** What other rollouts have come to, for those that depend on them. */
@Repository
public class DependencyStore {
    private final JdbcClient jdbc;

    DependencyStore(JdbcClient jdbc) {
        this.jdbc = jdbc;
    }

    public List<Fate> fates(Collection<UUID> rollouts) {
        if (rollouts.isEmpty()) {
            return List.of();
        }
        return jdbc.sql("select id, name, phase, finished_at from rollouts where id = any (:rollouts)")
                .param("rollouts", rollouts.toArray(UUID[]::new))
                .query((row, _) -> new Fate(
                        uuid(row, "id"), row.getString("name"), row.getString("phase"), instant(row, "finished_at")))
                .list();
    }

    /** Rollouts that wait for this one before they begin. */
    public List<UUID> waitingFor(UUID rollout) {
        return jdbc.sql("""
                select id from rollouts
                where phase in ('SCHEDULED', 'PAUSED') and spec -> 'dependsOn' @> jsonb_build_array(jsonb_build_object('rolloutId', :rollout::text))
                order by id
                """)
                .param("rollout", rollout.toString())
                .query((row, _) -> uuid(row, "id"))
                .list();
    }

    /** {@code finishedAt} is null while it is not over. */
    public record Fate(
            UUID id, String name, String phase, @Nullable Instant finishedAt) {
        public boolean completed() {
            return phase.equals("COMPLETED");
        }
    }
}
