package dev.breakwater.rollout.store;

import java.util.Map;
import java.util.Set;
import java.util.TreeMap;
import java.util.TreeSet;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.stereotype.Repository;

/**
 * The engine's invariants as far as rows can show them: each query finds what must not be. I6 and I13 are about what was decided, not
 * about rows, and are asserted in the engine's tests alone.
 */
@Repository
public class InvariantStore {
    private static final Map<String, String> VIOLATIONS = new TreeMap<>(Map.of(
            "I1", """
            select count(*) from waves w join waves e on e.rollout_id = w.rollout_id and e.ordinal < w.ordinal
            where w.directive = 'OFFER' and e.state not in ('PASSED', 'SKIPPED')
            """,
            "I2", """
            select count(*) from rollouts r
            cross join lateral (select r.spec ->> 'maxUnavailable' as text, (select sum(hosts) from waves where rollout_id = r.id) as whole) l
            where l.text is not null
              and (select count(*) from rollout_hosts rh join host_status s on s.host_id = rh.host_id
                   where rh.rollout_id = r.id and rh.state = 'CLAIMED' and rh.spoke_at = rh.claimed_at and s.healthy)
                  > greatest(1, case when l.text like '%\\%' then l.whole * rtrim(l.text, '%')::int / 100 else l.text::int end)
            """,
            "I3", """
            select count(*) from rollout_hosts rh cross join global_stop g
            where g.stopped and rh.state = 'CLAIMED' and rh.spoke_at = rh.claimed_at and rh.claimed_at > g.at
            """,
            "I4", """
            select count(*) from (select host_id from rollout_hosts where active group by host_id having count(*) > 1) twice
            """,
            "I5", """
            select count(*) from rollout_hosts rh join waves w on w.rollout_id = rh.rollout_id and w.ordinal = rh.wave
            where rh.touched and w.opened_at is null
            """,
            "I7", """
            select count(*) from rollout_hosts rh join rollouts r on r.id = rh.rollout_id
            join quarantines q on q.generation_id = r.generation_id and q.selector = r.selector and q.released_at is null
            where rh.state = 'CLAIMED' and rh.spoke_at = rh.claimed_at and rh.claimed_at > q.at
            """,
            "I8", """
            select count(*) from (select rollout_id from rollout_events
                                  where type = 'rollout.rolling_back' and actor = 'breakwater'
                                  group by rollout_id having count(*) > 1) again
            """,
            "I9", """
            select count(*) from rollouts where phase in ('SCHEDULED', 'SOAKING') and wake_at is null
            """,
            "I11", """
            select count(*) from rollouts r
            where (select count(*) from rollout_events e where e.rollout_id = r.id and e.type not like 'host.%')
                  <> (select count(*) from audit a where a.subject = 'rollouts/' || r.id)
            """,
            "I12", """
            select count(*) from rollout_hosts where touched and rollback_ref is null
            """));

    private final JdbcClient jdbc;

    InvariantStore(JdbcClient jdbc) {
        this.jdbc = jdbc;
    }

    /** Those that rows can show. */
    public static Set<String> ids() {
        var ids = new TreeSet<>(VIOLATIONS.keySet());
        ids.add("I10");
        return ids;
    }

    /** How often each is violated now. */
    public Map<String, Integer> violations() {
        var found = new TreeMap<String, Integer>();
        VIOLATIONS.forEach(
                (id, sql) -> found.put(id, jdbc.sql(sql).query(Integer.class).single()));
        found.put("I10", unfinished());
        return found;
    }

    private int unfinished() {
        return jdbc.sql("""
                select count(*) from rollouts
                where (finished_at is not null) <> (phase in ('COMPLETED', 'ROLLED_BACK', 'CANCELLED', 'SUPERSEDED'))
                """).query(Integer.class).single();
    }
}
