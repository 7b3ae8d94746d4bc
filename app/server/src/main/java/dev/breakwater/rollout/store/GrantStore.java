package dev.breakwater.rollout.store;

import static dev.breakwater.rollout.store.Columns.at;

import dev.breakwater.rollout.store.TurnStore.Epochs;
import java.time.Instant;
import java.util.Collection;
import java.util.List;
import java.util.UUID;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.stereotype.Repository;

/** What became of claims, of any number of hosts of one rollout in one statement. The caller holds the rollout's row and theirs. */
@Repository
public class GrantStore {
    private final JdbcClient jdbc;

    GrantStore(JdbcClient jdbc) {
        this.jdbc = jdbc;
    }

    public record Grant(UUID host, Epochs epochs) {}

    /** {@code deferred}: the host stays so. */
    public record PutOff(UUID host, boolean deferred, String code) {}

    /** The way back is recorded for the last time before the host is first touched. */
    public void granted(UUID rollout, List<Grant> grants, Instant now) {
        write("""
                update rollout_hosts rh
                set state = 'CLAIMED', reason = null, deferred = false, claimed_at = :now, spoke_at = :now, finished_at = null, healthy_streak = 0,
                    offered_at = coalesce(rh.offered_at, :now), touched = true,
                    from_ref = case when rh.touched then rh.from_ref else coalesce(s.current_ref, rh.from_ref) end,
                    rollback_ref = case when rh.touched or rh.inherited then rh.rollback_ref else coalesce(s.last_good_ref, rh.rollback_ref) end,
                    boot_id_before = s.boot_id, rationed = s.healthy is not false,
                    said_epoch = g.said, ruling_epoch = g.ruling, granted_epoch = g.ruling, granted_at = clock_timestamp(), put_off = null
                from unnest(:hosts::uuid[], :said::bigint[], :ruling::bigint[]) as g (host_id, said, ruling)
                join host_status s on s.host_id = g.host_id
                where rh.rollout_id = :rollout and rh.host_id = g.host_id
                """, rollout, grants, now);
    }

    public void grantedBack(UUID rollout, List<Grant> grants, Instant now) {
        write("""
                update rollout_hosts rh
                set rollback_claimed_at = :now, rollback_failed = false, owed = false, spoke_at = :now,
                    said_epoch = g.said, ruling_epoch = g.ruling, granted_epoch = g.ruling, granted_at = clock_timestamp(), put_off = null
                from unnest(:hosts::uuid[], :said::bigint[], :ruling::bigint[]) as g (host_id, said, ruling)
                where rh.rollout_id = :rollout and rh.host_id = g.host_id
                """, rollout, grants, now);
    }

    private void write(String sql, UUID rollout, Collection<Grant> grants, Instant now) {
        if (grants.isEmpty()) {
            return;
        }
        jdbc.sql(sql)
                .param("rollout", rollout)
                .param("hosts", grants.stream().map(Grant::host).toArray(UUID[]::new))
                .param("said", grants.stream().map(each -> each.epochs().said()).toArray(Long[]::new))
                .param(
                        "ruling",
                        grants.stream().map(each -> each.epochs().ruling()).toArray(Long[]::new))
                .param("now", at(now))
                .update();
    }

    /** A refused claim is a word all the same: a host that asks is not silent, and one that was away is here again. */
    public void putOff(UUID rollout, List<PutOff> asked, Instant now) {
        if (asked.isEmpty()) {
            return;
        }
        jdbc.sql("""
                update rollout_hosts rh
                set spoke_at = :now, offered_at = case when rh.deferred and not a.deferred then :now else rh.offered_at end, deferred = a.deferred,
                    owed = rh.owed and rh.rollback_claimed_at is not null, put_off = a.code
                from unnest(:hosts::uuid[], :deferred::boolean[], :codes::text[]) as a (host_id, deferred, code)
                where rh.rollout_id = :rollout and rh.host_id = a.host_id
                """)
                .param("rollout", rollout)
                .param("hosts", asked.stream().map(PutOff::host).toArray(UUID[]::new))
                .param("deferred", asked.stream().map(PutOff::deferred).toArray(Boolean[]::new))
                .param("codes", asked.stream().map(PutOff::code).toArray(String[]::new))
                .param("now", at(now))
                .update();
    }
}
