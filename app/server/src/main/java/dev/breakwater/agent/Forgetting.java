package dev.breakwater.agent;

import java.time.Duration;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.scheduling.annotation.Scheduled;
import org.springframework.stereotype.Component;
import org.springframework.transaction.annotation.Transactional;

/**
 * Drops what changed about hosts in rounds: what was there to be read when the round before began. Which replica does it, and what any
 * clock says, does not matter to readers: they compare rounds.
 */
@Component
class Forgetting {
    static final Duration ROUND = Duration.ofMinutes(5);

    private final JdbcClient jdbc;

    Forgetting(JdbcClient jdbc) {
        this.jdbc = jdbc;
    }

    @Scheduled(fixedDelayString = "PT1M", initialDelayString = "PT1M")
    @Transactional
    void round() {
        round(ROUND);
    }

    /**
     * The readers' round goes on first, so that whoever misses a row knows it. In a restored database numbers of transactions mean nothing:
     * the round leaps, so that all readers begin anew, and rows from the future go.
     */
    int round(Duration after) {
        return jdbc.sql("""
                with next as (
                    update host_changes_kept k
                    set round = k.round + case when before.lineage = database_lineage() then 1 else 2 end, lineage = database_lineage(),
                        seen = pg_current_snapshot(), taken_at = clock_timestamp()
                    from (select seen, lineage from host_changes_kept where taken_at < clock_timestamp() - :after::interval for update) before
                    returning before.seen)
                delete from host_changes c using next
                where (c.xid < pg_snapshot_xmax(next.seen) and pg_visible_in_snapshot(c.xid, next.seen))
                   or c.xid >= pg_snapshot_xmax(pg_current_snapshot())
                """).param("after", after.toString()).update();
    }
}
