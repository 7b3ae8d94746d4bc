package dev.breakwater.rollout.store;

import static dev.breakwater.rollout.store.Columns.at;
import static java.util.Map.entry;

import java.time.Instant;
import java.util.Map;
import java.util.Set;
import java.util.TreeMap;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.stereotype.Repository;

/**
 * The engine's invariants, each as a query that finds what must not be, and whether the counts it decides by are true. What rows of the moment cannot show is written down when it is
 * decided: the epoch a host named and the one in force, when a claim was granted by the database's clock, under which epoch a wave failed.
 * Rollouts that ended more than a day ago are not looked at again.
 */
@Repository
public class InvariantStore {
    private static final Map<String, String> VIOLATIONS = new TreeMap<>(Map.ofEntries(
            entry("I1", """
            select count(*) from waves w join waves e on e.rollout_id = w.rollout_id and e.ordinal < w.ordinal
            where w.directive = 'OFFER' and e.state not in ('PASSED', 'SKIPPED')
            """),
            entry("I2", """
            with moving as (
                select u.scope, u.rollout_id, u.allowed from ration_uses u
                join rollout_hosts rh on rh.rollout_id = u.rollout_id and rh.host_id = u.host_id
                where rh.active and rh.state = 'CLAIMED' and rh.rationed and rh.spoke_at = rh.claimed_at)
            select (select count(*) from (select scope from moving group by scope
                                          having count(*) > max(allowed) and count(allowed) = count(*)) crowded)
                 + (select count(*) from (select r.id from rollouts r
                                          join rollout_hosts rh on rh.rollout_id = r.id and rh.active and rh.state = 'CLAIMED'
                                               and rh.rationed and rh.spoke_at = rh.claimed_at
                                          where r.spec ->> 'maxUnavailable' is not null
                                            and phase_is_under_way(r.phase)
                                          group by r.id, r.selector
                                          having count(*) > (select max(allowed) from ration_uses u where u.rollout_id = r.id and u.scope = r.selector)
                                         ) crowded)
            """),
            entry("I3", """
            select count(*) from rollout_hosts rh
            join waves w on w.rollout_id = rh.rollout_id and w.ordinal = rh.wave
            cross join global_stop g
            where (g.stopped and rh.granted_at > g.engaged_at)
               or (w.directive in ('WAIT', 'DONE') and rh.granted_epoch = w.epoch)
            """),
            entry("I4", """
            select count(*) from (select host_id from rollout_hosts where active group by host_id having count(*) > 1) twice
            """),
            entry("I5", """
            select count(*) from waves w
            cross join lateral (select count(*) as touched from rollout_hosts rh
                                where rh.rollout_id = w.rollout_id and rh.wave = w.ordinal and rh.touched and not rh.inherited) exposed
            where exposed.touched > case when w.opened_at is null then 0 else w.hosts end
            """),
            entry("I6", """
            select count(*) from waves where state = 'PASSED' and passed_epoch <= failed_epoch
            """),
            entry("I7", """
            select count(*) from rollout_hosts rh join rollouts r on r.id = rh.rollout_id
            join quarantines q on q.generation_id = r.generation_id and q.selector in ('', r.selector) and q.released_at is null
            where rh.state = 'CLAIMED' and rh.spoke_at = rh.claimed_at and rh.claimed_at > q.at + interval '5 s'
            """),
            entry("I8", """
            select count(*) from (select e.rollout_id from rollout_events e join rollouts r on r.id = e.rollout_id
                                  where e.type = 'rollout.rolling_back' and e.actor = 'breakwater'
                                    and coalesce(r.finished_at, 'infinity') > :now::timestamptz - interval '1 day'
                                  group by e.rollout_id having count(*) > 1) again
            """),
            entry("I9", """
            select count(*) from rollouts r
            where (phase in ('SCHEDULED', 'SOAKING') and wake_at is null)
               or (phase in ('SCHEDULED', 'ROLLING', 'SOAKING', 'ROLLING_BACK') and wake_at < :now::timestamptz - interval '10 min'
                   and (select greatest(listening_since, r.started_at) from pulse) < :now::timestamptz - interval '10 min')
               or (phase in ('ROLLING', 'ROLLING_BACK') and wake_at is null
                   and exists (select from rollout_host_states(r.id, :now) s
                               where s.state in ('OFFERED', 'CLAIMED') and s.deadline_at < :now::timestamptz - interval '10 min'))
            """),
            entry("I10", """
            select count(*) from rollouts r
            where (finished_at is not null) <> phase_is_over(phase)
               or (finished_at > :now::timestamptz - interval '1 day'
                   and exists (select from rollout_events e join rollout_events later on later.rollout_id = r.id and later.seq > e.seq
                               where e.rollout_id = r.id
                                 and e.type in ('rollout.completed', 'rollout.rolled_back', 'rollout.cancelled', 'rollout.superseded')
                                 and later.type in (TRANSITIONS)))
            """),
            entry("I11", """
            select count(*) from rollouts r
            where coalesce(finished_at, 'infinity') > :now::timestamptz - interval '1 day'
              and (select count(*) from rollout_events e where e.rollout_id = r.id and e.type in (TRANSITIONS))
                  <> (select count(*) from audit a where a.subject = 'rollouts/' || r.id and a.action in (TRANSITIONS))
            """),
            entry("I12", """
            select count(*) from rollout_hosts rh join hosts h on h.id = rh.host_id
            where rh.touched and rh.active
              and (rh.rollback_ref is null
                   or (h.enrolled_at > :now::timestamptz - interval '30 days'
                       and not exists (select from host_history hh where hh.host_id = rh.host_id and hh.ref = rh.rollback_ref)))
            """),
            entry("I13", """
            select count(*) from rollout_hosts where said_epoch <> ruling_epoch
            """),
            entry("counts", """
            select count(*) from (
                select rollout_id from (
                    select rollout_id, wave, state, touched, deferred, rollback_failed, owed, going_back, put_off, hosts from wave_tallies
                    union all
                    select rollout_id, wave, state, touched, deferred, rollback_failed, owed, rollback_claimed_at is not null, put_off, -1
                    from rollout_hosts) both_ways
                where rollout_id in (select id from rollouts where coalesce(finished_at, 'infinity') > :now::timestamptz - interval '1 day')
                group by rollout_id, wave, state, touched, deferred, rollback_failed, owed, going_back, put_off
                having sum(hosts) <> 0) wrong
            """)));

    private static final String TRANSITIONS = """
            'rollout.drafted', 'rollout.scheduled', 'rollout.started', 'rollout.paused', 'rollout.resumed', 'rollout.retried',
            'rollout.halted', 'rollout.rolling_back', 'rollout.rolled_back', 'rollout.completed', 'rollout.cancelled', 'rollout.superseded',
            'wave.opened', 'wave.enlisting', 'wave.soaking', 'wave.awaiting_approval', 'wave.approved'""";

    private final JdbcClient jdbc;

    InvariantStore(JdbcClient jdbc) {
        this.jdbc = jdbc;
    }

    public static Set<String> ids() {
        return VIOLATIONS.keySet();
    }

    /** How often each is violated now. */
    public Map<String, Integer> violations(Instant now) {
        var found = new TreeMap<String, Integer>();
        VIOLATIONS.forEach((id, sql) -> found.put(
                id,
                jdbc.sql(sql.replace("TRANSITIONS", TRANSITIONS))
                        .param("now", at(now))
                        .query(Integer.class)
                        .single()));
        return found;
    }
}
