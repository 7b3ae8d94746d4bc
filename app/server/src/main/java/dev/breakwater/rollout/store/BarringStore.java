package dev.breakwater.rollout.store;

import dev.breakwater.host.Selector;
import java.util.UUID;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.stereotype.Repository;

/** Whom of a plan a quarantine is for. */
@Repository
public class BarringStore {
    private final JdbcClient jdbc;

    BarringStore(JdbcClient jdbc) {
        this.jdbc = jdbc;
    }

    /** Whether a host of the plan is to run what is quarantined, and is among those it is quarantined for. */
    public boolean concerns(UUID rollout, UUID quarantined, Selector selector) {
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
                .param("generation", quarantined)
                .query(Boolean.class)
                .single();
    }
}
