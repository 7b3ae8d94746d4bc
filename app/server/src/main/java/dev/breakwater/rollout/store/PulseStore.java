package dev.breakwater.rollout.store;

import static dev.breakwater.rollout.store.Columns.at;
import static dev.breakwater.rollout.store.Columns.interval;

import java.time.Duration;
import java.time.Instant;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.stereotype.Repository;
import org.springframework.transaction.annotation.Propagation;
import org.springframework.transaction.annotation.Transactional;

/** One row that says when a server was last there. Ages by the database's clock: replicas' clocks may differ. */
@Repository
public class PulseStore {
    private final JdbcClient jdbc;

    PulseStore(JdbcClient jdbc) {
        this.jdbc = jdbc;
    }

    public boolean isDue(Duration often) {
        return jdbc.sql("select beat_at < clock_timestamp() - :often::interval from pulse")
                .param("often", interval(often))
                .query(Boolean.class)
                .single();
    }

    /** Whether there had been a break; then epochs skip a stride. */
    @Transactional(propagation = Propagation.REQUIRES_NEW)
    public boolean beat(Duration awayAfter, long stride, Instant now) {
        var away = jdbc.sql("select beat_at < clock_timestamp() - :away::interval from pulse for update")
                .param("away", interval(awayAfter))
                .query(Boolean.class)
                .single();
        jdbc.sql("""
                update pulse set beat_at = clock_timestamp(), listening_since = case when :away then :now::timestamptz else listening_since end
                """).param("away", away).param("now", at(now)).update();
        if (away) {
            jdbc.sql("select jump_epochs(null, :stride, :now)")
                    .param("stride", stride)
                    .param("now", at(now))
                    .query((_, _) -> true)
                    .list();
        }
        return away;
    }
}
