package dev.breakwater.rollout.store;

import static dev.breakwater.rollout.store.Columns.at;

import dev.breakwater.rollout.engine.evidence.Tally;
import java.time.Instant;
import java.util.UUID;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.stereotype.Repository;

/** What rollouts that completed have shown. */
@Repository
public class ExperienceStore {
    private final JdbcClient jdbc;

    ExperienceStore(JdbcClient jdbc) {
        this.jdbc = jdbc;
    }

    /** Of all rollouts of the generation's platform that completed since then. */
    public Tally since(Instant since, UUID generation) {
        return jdbc.sql("""
                select coalesce(sum(r.judged), 0) as judged, coalesce(sum(r.failed), 0) as failed
                from rollouts r join generations g on g.id = r.generation_id
                where r.phase = 'COMPLETED' and r.finished_at > :since and r.judged is not null
                  and g.platform = (select platform from generations where id = :generation)
                """)
                .param("since", at(since))
                .param("generation", generation)
                .query((row, _) -> tally(row.getLong("judged"), row.getLong("failed")))
                .single();
    }

    /** Scaled where it would not fit: a rate is all that is drawn from it. */
    private static Tally tally(long judged, long failed) {
        var scale = Math.max(1, (judged + Integer.MAX_VALUE - 1) / Integer.MAX_VALUE);
        return new Tally((int) (judged / scale), (int) (failed / scale));
    }
}
