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

    /** The readers' round goes on first, so that whoever misses a row knows it. */
    int round(Duration after) {
        return jdbc.sql("""
                with next as (
                    update host_changes_kept k set round = k.round + 1, seen = pg_current_snapshot(), taken_at = clock_timestamp()
                    from (select seen from host_changes_kept where taken_at < clock_timestamp() - :after::interval for update) before
                    returning before.seen)
                delete from host_changes c using next
                where c.xid < pg_snapshot_xmax(next.seen) and pg_visible_in_snapshot(c.xid, next.seen)
                """).param("after", after.toString()).update();
    }
}
