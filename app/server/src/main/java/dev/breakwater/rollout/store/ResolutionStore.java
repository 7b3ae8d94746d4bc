package dev.breakwater.rollout.store;

import static dev.breakwater.rollout.store.Columns.at;
import static dev.breakwater.rollout.store.Columns.uuid;

import java.time.Instant;
import java.util.Collection;
import java.util.List;
import java.util.UUID;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.stereotype.Repository;

/** What a person's decision does to hosts in conflict: one statement each, whatever their number. */
@Repository
public class ResolutionStore {
    private final JdbcClient jdbc;

    ResolutionStore(JdbcClient jdbc) {
        this.jdbc = jdbc;
    }

    /** The rollouts that steer these hosts, locked. */
    public List<UUID> lockRollouts(Collection<UUID> hosts) {
        return statement("""
                select r.id from rollouts r
                where r.id in (select rollout_id from rollout_hosts where active and host_id = any (:hosts)) order by r.id for no key update
                """, hosts).query((row, _) -> uuid(row, "id")).list();
    }

    /** What they run is what they should run, and where it is healthy, what they can go back to; no rollout steers them any more. */
    public void adopt(Collection<UUID> hosts, Instant now) {
        statement("""
                with mine as (select host_id from host_status where host_id = any (:hosts) order by host_id for update)
                update host_status s
                set desired_ref = s.current_ref, desired_generation_id = generation_of(s.current_ref), desired_rollout_id = null, desired_since = :now,
                    last_good_ref = case when good.it then s.current_ref else s.last_good_ref end,
                    last_good_since = case when good.it and s.last_good_ref is distinct from s.current_ref then :now else s.last_good_since end
                from mine cross join lateral (select hs.healthy and hs.boot_complete and hs.phase <> 'ACTIVATING' as it from host_status hs where hs.host_id = mine.host_id) good
                where s.host_id = mine.host_id and s.current_ref is not null
                """, hosts).param("now", at(now)).update();
        statement("""
                update rollout_hosts set active = false, state = 'SKIPPED', finished_at = :now,
                       reason = 'a person let it keep what it ran after the database was restored'
                where active and host_id = any (:hosts)
                """, hosts).param("now", at(now)).update();
    }

    /** What the database says stands. Clocks that ran before the restore begin anew; whoever was on its way back asks again. */
    public void keep(Collection<UUID> hosts, Instant now) {
        statement("""
                update rollout_hosts
                set claimed_at = case when state = 'CLAIMED' then :now else claimed_at end, spoke_at = :now, healthy_streak = 0,
                    rollback_claimed_at = null, rollback_failed = false, owed = false
                where active and host_id = any (:hosts)
                """, hosts).param("now", at(now)).update();
        // no clock ran for them: what the last looks found does not speak for them
        statement("""
                update waves set look_at = null, heard_since = null
                where (rollout_id, ordinal) in (select rollout_id, wave from rollout_hosts where active and host_id = any (:hosts))
                """, hosts).update();
    }

    /** Returns how many were open until now. */
    public int resolve(Collection<UUID> hosts, Decision decision, Instant now) {
        return statement("""
                with resolved as (
                    update host_conflicts set resolved_at = :now, decision = :decision, actor = :actor, reason = :reason
                    where resolved_at is null and host_id = any (:hosts) returning host_id)
                insert into host_history (host_id, at, kind, ref, detail)
                select r.host_id, :now, 'CONFLICT_' || :decision, s.current_ref, :reason
                from resolved r left join host_status s on s.host_id = r.host_id
                """, hosts)
                .param("decision", decision.decision())
                .param("actor", decision.actor())
                .param("reason", decision.reason())
                .param("now", at(now))
                .update();
    }

    public record Decision(String decision, String actor, String reason) {}

    private JdbcClient.StatementSpec statement(String sql, Collection<UUID> hosts) {
        return jdbc.sql(sql).param("hosts", hosts.toArray(UUID[]::new));
    }
}
