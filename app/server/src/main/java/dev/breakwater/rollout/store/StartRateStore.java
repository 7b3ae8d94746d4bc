package dev.breakwater.rollout.store;

import static dev.breakwater.rollout.store.Columns.at;
import static dev.breakwater.rollout.store.Columns.instant;

import java.time.Instant;
import java.util.Optional;
import java.util.UUID;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.stereotype.Repository;

/** When claims were granted under a start rate. Exact, because a claim's transaction holds its rollout's row. */
@Repository
public class StartRateStore {
    private final JdbcClient jdbc;

    StartRateStore(JdbcClient jdbc) {
        this.jdbc = jdbc;
    }

    /** When the claim was granted that is {@code hosts} claims before the next one. */
    public Optional<Instant> before(UUID rollout, int hosts) {
        return jdbc.sql("""
                select s.at from start_counts c join start_slots s on s.rollout_id = c.rollout_id and s.slot = c.starts % :hosts
                where c.rollout_id = :rollout
                """)
                .param("rollout", rollout)
                .param("hosts", hosts)
                .query((row, _) -> Optional.ofNullable(instant(row, "at")))
                .optional()
                .flatMap(it -> it);
    }

    public void started(UUID rollout, int hosts, Instant now) {
        jdbc.sql("""
                with next as (
                    insert into start_counts as c (rollout_id, starts) values (:rollout, 1)
                    on conflict (rollout_id) do update set starts = c.starts + 1 returning starts)
                insert into start_slots (rollout_id, slot, at) select :rollout, (starts - 1) % :hosts, :now from next
                on conflict (rollout_id, slot) do update set at = excluded.at
                """)
                .param("rollout", rollout)
                .param("hosts", hosts)
                .param("now", at(now))
                .update();
    }
}
