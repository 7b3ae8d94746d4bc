package dev.breakwater.rollout.store;

import static dev.breakwater.rollout.store.Columns.at;
import static dev.breakwater.rollout.store.Columns.instant;
import static dev.breakwater.rollout.store.Columns.uuid;

import dev.breakwater.rollout.engine.Directive;
import dev.breakwater.rollout.engine.Verdict;
import dev.breakwater.rollout.engine.Wave;
import dev.breakwater.rollout.engine.WaveState;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.time.Instant;
import java.util.Collection;
import java.util.List;
import java.util.UUID;
import org.jspecify.annotations.Nullable;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.stereotype.Repository;

/** Rows of {@code waves}: one steers all hosts of its wave. */
@Repository
public class WaveStore {
    private final JdbcClient jdbc;

    WaveStore(JdbcClient jdbc) {
        this.jdbc = jdbc;
    }

    /** {@code policy} is JSON. */
    public void insert(UUID rollout, int ordinal, String name, String policy, int hosts) {
        jdbc.sql("""
                insert into waves (rollout_id, ordinal, name, policy, hosts)
                values (:rollout, :ordinal, :name, :policy::jsonb, :hosts)
                """)
                .param("rollout", rollout)
                .param("ordinal", ordinal)
                .param("name", name)
                .param("policy", policy)
                .param("hosts", hosts)
                .update();
    }

    public void resize(UUID rollout, int ordinal, int hosts) {
        jdbc.sql("update waves set hosts = :hosts where rollout_id = :rollout and ordinal = :ordinal")
                .param("rollout", rollout)
                .param("ordinal", ordinal)
                .param("hosts", hosts)
                .update();
    }

    /** The hosts that join the wave are in the plan now. */
    public void enlisted(UUID rollout, int ordinal, int hosts, Instant now) {
        jdbc.sql(
                        "update waves set hosts = :hosts, enlisted_at = :now where rollout_id = :rollout and ordinal = :ordinal")
                .param("rollout", rollout)
                .param("ordinal", ordinal)
                .param("hosts", hosts)
                .param("now", at(now))
                .update();
    }

    /** Counts the hosts that came half way from a superseded rollout. */
    public void countInherited(UUID rollout) {
        jdbc.sql("""
                update waves w set inherited = i.hosts
                from (select wave, count(*) as hosts from rollout_hosts where rollout_id = :rollout and inherited group by wave) i
                where w.rollout_id = :rollout and w.ordinal = i.wave
                """).param("rollout", rollout).update();
    }

    public List<WaveRow> of(Collection<UUID> rollouts) {
        return jdbc.sql("""
                select rollout_id, ordinal, name, state, directive, epoch, directed_at, hosts, inherited, opened_at, soak_until, verdict, verdict_why,
                       enlisted_at is not null as enlisted
                from waves where rollout_id = any (:rollouts) order by rollout_id, ordinal
                """)
                .param("rollouts", rollouts.toArray(UUID[]::new))
                .query((row, _) -> wave(row))
                .list();
    }

    public List<WaveRow> of(UUID rollout) {
        return of(List.of(rollout));
    }

    /** What the engine made of a wave, but for its directive. */
    public void save(UUID rollout, int ordinal, Wave wave, @Nullable Instant soakUntil) {
        var verdict = wave.verdict();
        jdbc.sql("""
                update waves set opened_at = :opened, soak_until = :soak::timestamptz, verdict = :verdict, verdict_why = :why,
                       failed_epoch = case when :state = 'FAILED' and state <> 'FAILED' then epoch else failed_epoch end,
                       passed_epoch = case when :state = 'PASSED' and state <> 'PASSED' then epoch else passed_epoch end, state = :state
                where rollout_id = :rollout and ordinal = :ordinal
                """)
                .param("rollout", rollout)
                .param("ordinal", ordinal)
                .param("state", wave.state().name())
                .param("opened", at(wave.openedAt()))
                .param("soak", at(soakUntil))
                .param("verdict", verdict == null ? null : verdict.result().name())
                .param("why", verdict == null ? null : verdict.why())
                .update();
    }

    /**
     * A fresh epoch: from this row's commit on, nothing that was said under the one before decides anything. The clocks of hosts that no
     * directive met before begin now, as do those of all who have not asked to go back yet; else the wave is looked at for the earliest.
     */
    public void direct(UUID rollout, int ordinal, Directive directive, Instant now) {
        if (directive == Directive.OFFER) {
            awaitClaims(rollout);
        }
        jdbc.sql("""
                update waves
                set directive = :directive, epoch = nextval('epochs'), directed_at = :now,
                    heard_since = case when epoch = 0 then :now else heard_since end,
                    look_at = case when :directive = 'OFFER' and epoch = 0 then :now::timestamptz + (policy ->> 'deadline')::interval
                                   when :directive = 'ROLLBACK'
                                        and not exists (select from rollout_hosts rh where rh.rollout_id = :rollout
                                                        and rh.rollback_claimed_at is not null and rh.state <> 'ROLLED_BACK')
                                   then (select :now::timestamptz + (r.spec ->> 'rollbackDeadline')::interval from rollouts r where r.id = :rollout)
                                   else :now end
                where rollout_id = :rollout and ordinal = :ordinal
                """)
                .param("rollout", rollout)
                .param("ordinal", ordinal)
                .param("directive", directive.name())
                .param("now", at(now))
                .update();
    }

    /** Forgets what the wave's gates said, answers under way included, and asks them now. */
    public void askGates(UUID rollout, int ordinal, Instant now) {
        jdbc.sql("""
                update wave_gates
                set verdict = null, pauses = false, why = null, at = null, errors = 0, evaluation = null, leased_until = null, next_at = :now
                where rollout_id = :rollout and wave = :ordinal
                """)
                .param("rollout", rollout)
                .param("ordinal", ordinal)
                .param("now", at(now))
                .update();
    }

    /**
     * Claims share the stop's row. Before a rollout that limits how many hosts are away makes its first offers, every claim that may not
     * know of it has committed.
     */
    private void awaitClaims(UUID rollout) {
        jdbc.sql("""
                select g.stopped from global_stop g
                where exists (select from rollouts where id = :rollout
                              and (spec ->> 'maxUnavailable' is not null or spec ->> 'maxUnavailablePerDomain' is not null))
                for no key update of g
                """).param("rollout", rollout).query((_, _) -> true).list();
    }

    /** The newest epoch of every rollout that runs or has ended just now. */
    public List<NewestEpoch> newestEpochs(Instant endedAfter) {
        return jdbc.sql("""
                select r.id as rollout_id, max(w.epoch) as epoch
                from rollouts r join waves w on w.rollout_id = r.id
                where phase_is_under_way(r.phase) or r.finished_at > :after
                group by r.id
                """)
                .param("after", at(endedAfter))
                .query((row, _) -> new NewestEpoch(uuid(row, "rollout_id"), row.getLong("epoch")))
                .list();
    }

    public record NewestEpoch(UUID rolloutId, long epoch) {}

    private static WaveRow wave(ResultSet row) throws SQLException {
        var verdict = row.getString("verdict");
        var why = row.getString("verdict_why");
        return new WaveRow(
                uuid(row, "rollout_id"),
                row.getInt("ordinal"),
                row.getString("name"),
                WaveState.valueOf(row.getString("state")),
                Directive.valueOf(row.getString("directive")),
                row.getLong("epoch"),
                row.getInt("hosts"),
                row.getInt("inherited"),
                instant(row, "opened_at"),
                instant(row, "soak_until"),
                verdict == null || why == null ? null : new Verdict(Verdict.Result.valueOf(verdict), why),
                row.getBoolean("enlisted"));
    }
}
