package dev.breakwater.rollout.store;

import static dev.breakwater.rollout.store.Columns.uuid;

import dev.breakwater.host.Selector;
import java.util.List;
import java.util.UUID;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.stereotype.Repository;

/** Quarantines imposed since a rollout started: those before were asked when it was planned. */
@Repository
public class BarringStore {
    private final JdbcClient jdbc;

    BarringStore(JdbcClient jdbc) {
        this.jdbc = jdbc;
    }

    /** Of the rollout's generation, or of one that shares a ref with its plan. Nothing for a rollout that goes nowhere, or back. */
    public List<Met> met(UUID rollout) {
        return jdbc.sql("""
                select q.generation_id, g.name, q.selector, q.reason, q.actor
                from rollouts r
                join quarantines q on q.released_at is null and q.at >= r.started_at and q.rollout_id is distinct from r.id
                join generations g on g.id = q.generation_id
                where r.id = :rollout and r.phase in ('ROLLING', 'SOAKING', 'AWAITING_APPROVAL')
                  and (q.generation_id = r.generation_id
                       or exists (select from artifacts a join rollout_hosts rh on rh.rollout_id = r.id and rh.to_ref = a.ref and rh.active
                                  where a.generation_id = q.generation_id))
                order by q.at
                """)
                .param("rollout", rollout)
                .query((row, _) -> new Met(
                        uuid(row, "generation_id"),
                        row.getString("name"),
                        row.getString("selector"),
                        row.getString("reason"),
                        row.getString("actor")))
                .list();
    }

    /** Whether the quarantine is for a host of the plan, and for what that host is to run. */
    public boolean concerns(UUID rollout, Met met, Selector selector) {
        var whom = selector.sql("h.labels");
        return jdbc.sql("""
                select exists (select from rollout_hosts rh join hosts h on h.id = rh.host_id join rollouts r on r.id = rh.rollout_id
                               where rh.rollout_id = :rollout and rh.active and rh.state <> 'SKIPPED' and h.deleted_at is null
                                 and (r.generation_id = :generation
                                      or exists (select from artifacts a where a.ref = rh.to_ref and a.generation_id = :generation))
                                 and %s)
                """.formatted(whom.where()))
                .params(whom.params())
                .param("rollout", rollout)
                .param("generation", met.generationId())
                .query(Boolean.class)
                .single();
    }

    public record Met(UUID generationId, String generation, String selector, String reason, String actor) {}
}
