package dev.breakwater.rollout.store;

import static dev.breakwater.rollout.store.Columns.at;

import java.time.Instant;
import java.util.UUID;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.stereotype.Repository;

/** What a decision does to the rows of hosts: one set-based statement each. */
@Repository
public class CommandStore {
    private final JdbcClient jdbc;

    CommandStore(JdbcClient jdbc) {
        this.jdbc = jdbc;
    }

    /** Hosts that are away or held when their wave opens block nobody. */
    public int defer(UUID rollout, int wave, Instant unheardSince, Instant now) {
        return jdbc.sql("""
                update rollout_hosts rh set deferred = true
                from hosts h left join host_status s on s.host_id = h.id
                where rh.rollout_id = :rollout and rh.wave = :wave and rh.state = 'PENDING' and h.id = rh.host_id
                  and (s.last_seen_at is null or s.last_seen_at < :unheard
                       or (h.hold_reason is not null and coalesce(h.hold_until, 'infinity') > :now))
                """)
                .param("rollout", rollout)
                .param("wave", wave)
                .param("unheard", at(unheardSince))
                .param("now", at(now))
                .update();
    }

    /** The same some time after it opened, unless it was directed elsewhere since. One whose row is locked is speaking right now. */
    public int deferLater(UUID rollout, int wave, Instant unheardSince, Instant openedAt) {
        return jdbc.sql("""
                with away as (
                    select rh.host_id
                    from rollout_hosts rh join waves w on w.rollout_id = rh.rollout_id and w.ordinal = rh.wave
                    join hosts h on h.id = rh.host_id left join host_status s on s.host_id = rh.host_id
                    where rh.rollout_id = :rollout and rh.wave = :wave and rh.state = 'PENDING' and not rh.deferred
                      and w.directive = 'OFFER' and w.directed_at = :opened
                      and (s.last_seen_at is null or s.last_seen_at < :unheard
                           or (h.hold_reason is not null and coalesce(h.hold_until, 'infinity') > :opened))
                    order by rh.host_id for update of rh skip locked)
                update rollout_hosts rh set deferred = true from away where rh.rollout_id = :rollout and rh.host_id = away.host_id
                """)
                .param("rollout", rollout)
                .param("wave", wave)
                .param("unheard", at(unheardSince))
                .param("opened", at(openedAt))
                .update();
    }

    public int inWave(UUID rollout, int wave) {
        return jdbc.sql("select hosts from waves where rollout_id = :rollout and ordinal = :wave")
                .param("rollout", rollout)
                .param("wave", wave)
                .query(Integer.class)
                .single();
    }

    public int inRollout(UUID rollout) {
        return jdbc.sql("select coalesce(sum(hosts), 0) from waves where rollout_id = :rollout")
                .param("rollout", rollout)
                .query(Integer.class)
                .single();
    }

    /** Hosts held since their wave opened: when they are released, their offer begins anew. */
    public int deferHeld(UUID rollout, Instant now) {
        return jdbc.sql("""
                update rollout_hosts rh set deferred = true
                from (select id, false as conflict from hosts
                      where hold_reason is not null and coalesce(hold_until, 'infinity') > :now and deleted_at is null
                      union all select c.host_id, true from host_conflicts c join hosts h on h.id = c.host_id and h.deleted_at is null
                      where c.resolved_at is null) held, waves w
                where rh.rollout_id = :rollout and rh.host_id = held.id and (rh.active or not held.conflict)
                  and w.rollout_id = rh.rollout_id and w.ordinal = rh.wave and w.directive = 'OFFER'
                  and not rh.deferred and rh.state in ('PENDING', 'OFFERED')
                """).param("rollout", rollout).param("now", at(now)).update();
    }

    /** Hosts that were touched and are not judged any more, or were touched by the rollout this one superseded, go back with the others. */
    public void rejoin(UUID rollout, int wave) {
        jdbc.sql("""
                update rollout_hosts set touched = true, state = case state when 'SKIPPED' then 'CLAIMED' else state end
                where rollout_id = :rollout and wave = :wave and ((touched and state = 'SKIPPED') or (inherited and not touched))
                """).param("rollout", rollout).param("wave", wave).update();
    }

    public void skip(UUID rollout, UUID host, Instant now) {
        jdbc.sql("""
                update rollout_hosts set state = 'SKIPPED', finished_at = :now, healthy_streak = 0
                where rollout_id = :rollout and host_id = :host
                """)
                .param("rollout", rollout)
                .param("host", host)
                .param("now", at(now))
                .update();
    }

    /** The wave is sent back: whoever was owed has its whole deadline again, unless it had asked before. */
    public void forgive(UUID rollout, int wave) {
        jdbc.sql("update rollout_hosts set owed = false where rollout_id = :rollout and wave = :wave and owed")
                .param("rollout", rollout)
                .param("wave", wave)
                .update();
    }

    /** Another try for those who failed or fell silent. */
    public int retry(UUID rollout, int wave, Instant now) {
        return jdbc.sql("""
                update rollout_hosts
                set state = case when state not in ('FAILED', 'SILENT') then state when touched then 'CLAIMED' else 'PENDING' end,
                    reason = case when state in ('FAILED', 'SILENT') then null else reason end,
                    finished_at = case when state in ('FAILED', 'SILENT') then null else finished_at end,
                    claimed_at = case when touched then :now end, offered_at = null, spoke_at = null, healthy_streak = 0,
                    rollback_claimed_at = null, rollback_failed = false, owed = false
                where rollout_id = :rollout and wave = :wave
                  and (state in ('FAILED', 'SILENT', 'CLAIMED') or rollback_failed or owed or rollback_claimed_at is not null)
                """)
                .param("rollout", rollout)
                .param("wave", wave)
                .param("now", at(now))
                .update();
    }

    /**
     * The rollout is over. What its hosts should run from now on is written down, and what the settled ones proved through the last soak
     * is their last good at once: the next rollout may begin before they report again. Those that are done stop listening, the others
     * (deferred, silent, owed) go on reading their wave's directive. Status rows come first, in the order in which reports lock them.
     */
    public void release(UUID rollout, Ended ended, Instant now, Range range) {
        jdbc.sql("select tell_of_plan(:rollout)").param("rollout", rollout).query(_ -> {});
        leaveWithOutcome(rollout, ended, now, range);
        letGo(rollout, now, range);
    }

    private void leaveWithOutcome(UUID rollout, Ended ended, Instant now, Range range) {
        jdbc.sql("""
                with outcome as (
                    select s.host_id, case when s.state in ('ROLLED_BACK', 'ROLLING_BACK') or (:goingBack and s.touched) then s.rollback_ref
                                           when s.state = 'SETTLED' or (:completed and s.state <> 'SKIPPED') then s.to_ref end as ref
                    from rollout_host_states(:rollout, :now) s
                    join rollout_hosts rh on rh.rollout_id = :rollout and rh.host_id = s.host_id and rh.active
                    where s.host_id > :after and s.host_id <= :up_to and rh.host_id > :after and rh.host_id <= :up_to),
                locked as (
                    select hs.host_id, o.ref from host_status hs join outcome o on o.host_id = hs.host_id
                    where o.ref is not null order by hs.host_id for update of hs)
                update host_status hs
                set desired_ref = locked.ref, desired_rollout_id = :rollout, desired_since = :now,
                    last_good_ref = case when proved.it then locked.ref else hs.last_good_ref end,
                    last_good_since = case when proved.it and hs.last_good_ref is distinct from locked.ref then :now else hs.last_good_since end,
                    desired_generation_id = case when r.generation_id is not null and locked.ref = rh.to_ref then r.generation_id
                                                 else generation_of(locked.ref) end
                from locked join rollout_hosts rh on rh.rollout_id = :rollout and rh.host_id = locked.host_id
                cross join lateral (select :completed and rh.state = 'SETTLED' as it) proved, rollouts r
                where hs.host_id = locked.host_id and r.id = :rollout
                """)
                .param("rollout", rollout)
                .param("completed", ended.completed())
                .param("goingBack", ended.goingBack())
                .param("now", at(now))
                .param("after", range.after())
                .param("up_to", range.upTo())
                .update();
    }

    private void letGo(UUID rollout, Instant now, Range range) {
        jdbc.sql("""
                update rollout_hosts rh set active = false
                from rollout_host_states(:rollout, :now) s, waves w
                where rh.rollout_id = :rollout and rh.active and rh.host_id > :after and rh.host_id <= :up_to
                  and s.host_id > :after and s.host_id <= :up_to and s.host_id = rh.host_id and w.rollout_id = rh.rollout_id and w.ordinal = rh.wave
                  and not (w.directive in ('OFFER', 'ROLLBACK')
                           and s.state in ('OFFERED', 'DEFERRED', 'HELD', 'CLAIMED', 'SILENT', 'ROLLING_BACK'))
                """)
                .param("rollout", rollout)
                .param("now", at(now))
                .param("after", range.after())
                .param("up_to", range.upTo())
                .update();
    }

    /** Hosts by their ids, without the first and with the last. */
    public record Range(UUID after, UUID upTo) {
        public static final Range ALL = new Range(new UUID(0, 0), new UUID(-1, -1));
    }

    /** {@code goingBack}: it was given up while hosts were being taken back. */
    public record Ended(boolean completed, boolean goingBack) {}
}
