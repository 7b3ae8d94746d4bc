package dev.breakwater.rollout.store;

import static dev.breakwater.rollout.store.Columns.at;
import static dev.breakwater.rollout.store.Columns.instant;
import static dev.breakwater.rollout.store.Columns.interval;
import static dev.breakwater.rollout.store.Columns.uuid;

import java.time.Duration;
import java.time.Instant;
import java.util.List;
import java.util.UUID;
import org.jspecify.annotations.Nullable;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.stereotype.Repository;

/**
 * Looks at all hosts of a wave for what time alone has made of them. Of all that is asked while a rollout runs only this costs by the host,
 * so a large wave is looked at the less often: 200 µs a host apart, a tenth of the time that it takes.
 */
@Repository
public class LookStore {
    private static final String PATIENCE = "case when hosts > 500 then hosts * interval '200 us' else interval '0' end";

    private final JdbcClient jdbc;

    LookStore(JdbcClient jdbc) {
        this.jdbc = jdbc;
    }

    /** Waves where a host may be past its deadline, or where nobody knows whether all settled hosts were heard lately. */
    public List<Due> due(UUID rollout, Instant now, Duration freshFor) {
        return jdbc.sql("""
                select ordinal, epoch from waves
                where rollout_id = :rollout and directive in ('OFFER', 'ROLLBACK')
                  and (look_at is null or look_at <= :now
                       or (directive = 'OFFER' and state in ('OPEN', 'SOAKING') and (heard_since is null or heard_since <= :heard)
                           and (looked_at is null or looked_at + PATIENCE <= :now)))
                order by ordinal
                """.replace("PATIENCE", PATIENCE))
                .param("rollout", rollout)
                .param("now", at(now))
                .param("heard", at(now.minus(freshFor.dividedBy(2))))
                .query((row, _) -> new Due(rollout, row.getInt("ordinal"), row.getLong("epoch")))
                .list();
    }

    /** Waves that have soaked, and would pass if all settled hosts were heard lately, which nobody knows. */
    public List<Due> waitingForNews(UUID rollout, Instant now, Duration freshFor) {
        return jdbc.sql("""
                select ordinal, epoch from waves
                where rollout_id = :rollout and directive = 'OFFER' and state in ('OPEN', 'SOAKING') and soak_until <= :now
                  and (heard_since is null or heard_since < :heard)
                  and (looked_at is null or looked_at + PATIENCE <= :now)
                order by ordinal
                """.replace("PATIENCE", PATIENCE))
                .param("rollout", rollout)
                .param("now", at(now))
                .param("heard", at(now.minus(freshFor)))
                .query((row, _) -> new Due(rollout, row.getInt("ordinal"), row.getLong("epoch")))
                .list();
    }

    /** Locks nothing. */
    public Seen look(Due wave, Instant now) {
        return jdbc.sql("""
                select count(*) filter (where late and not known) as late, min(deadline_at) filter (where not late) as next,
                       min(last_report_at) filter (where state = 'SETTLED') as heard
                from (select s.state, s.deadline_at, s.last_report_at, coalesce(s.deadline_at <= :now, false) as late,
                             s.state = 'ROLLING_BACK' and s.owed as known
                      from rollout_host_states(:rollout, :now) s where s.wave = :wave) seen
                """)
                .param("rollout", wave.rollout())
                .param("wave", wave.ordinal())
                .param("now", at(now))
                .query((row, _) -> new Seen(row.getInt("late"), instant(row, "next"), instant(row, "heard")))
                .single();
    }

    /**
     * A clock that began since the look runs its whole deadline. Nothing is written if the wave was directed anew meanwhile: what was
     * seen was seen under another directive. {@code pause}: how long not to look again, whatever was seen.
     */
    public void looked(Due wave, Seen seen, Duration pause, Instant now) {
        jdbc.sql("""
                update waves
                set looked_at = :now, heard_since = coalesce(:heard::timestamptz, :now),
                    look_at = greatest(:now::timestamptz + :pause::interval + PATIENCE,
                                       least(:next::timestamptz, :now::timestamptz + case when directive = 'OFFER' then (policy ->> 'deadline')::interval
                                             else (select (spec ->> 'rollbackDeadline')::interval from rollouts where id = rollout_id) end))
                where rollout_id = :rollout and ordinal = :wave and epoch = :epoch
                """.replace("PATIENCE", PATIENCE))
                .param("rollout", wave.rollout())
                .param("wave", wave.ordinal())
                .param("epoch", wave.epoch())
                .param("heard", at(seen.heard()))
                .param("next", at(seen.next()))
                .param("pause", interval(pause))
                .param("now", at(now))
                .update();
    }

    /** It saw more than was marked: the next look is now. */
    public void lookAgain(Due wave, Instant now) {
        jdbc.sql("update waves set look_at = :now where rollout_id = :rollout and ordinal = :wave and epoch = :epoch")
                .param("rollout", wave.rollout())
                .param("wave", wave.ordinal())
                .param("epoch", wave.epoch())
                .param("now", at(now))
                .update();
    }

    /** Hosts past their deadline, at most so many. One whose row is locked is speaking right now. */
    public List<Silenced> silence(Due wave, int most, Instant now) {
        return jdbc.sql("""
                with late as (
                    select rh.host_id from rollout_hosts rh join rollout_host_states(:rollout, :now) s on s.host_id = rh.host_id
                    where rh.rollout_id = :rollout and rh.wave = :wave and s.wave = :wave
                      and s.state in ('OFFERED', 'CLAIMED', 'SETTLED') and s.deadline_at <= :now
                    order by rh.host_id limit :most for update of rh skip locked)
                update rollout_hosts rh
                set state = 'SILENT', finished_at = :now, healthy_streak = 0,
                    reason = case rh.state when 'CLAIMED' then 'it was granted its claim and has not settled since'
                                           when 'SETTLED' then 'it had settled and stopped reporting'
                                           else 'it was offered the generation and has not answered' end
                from late, hosts h, waves w
                where rh.rollout_id = :rollout and rh.host_id = late.host_id and h.id = rh.host_id
                  and w.rollout_id = rh.rollout_id and w.ordinal = rh.wave
                returning rh.host_id, h.name, w.name as wave, rh.reason
                """)
                .param("rollout", wave.rollout())
                .param("wave", wave.ordinal())
                .param("most", most)
                .param("now", at(now))
                .query((row, _) -> new Silenced(
                        uuid(row, "host_id"), row.getString("name"), row.getString("wave"), row.getString("reason")))
                .list();
    }

    /** Hosts that are still on their way back past their deadline, at most so many. */
    public int owe(Due wave, int most, Instant now) {
        return jdbc.sql("""
                with late as (
                    select rh.host_id from rollout_hosts rh join rollout_host_states(:rollout, :now) s on s.host_id = rh.host_id
                    where rh.rollout_id = :rollout and rh.wave = :wave and s.wave = :wave
                      and s.state = 'ROLLING_BACK' and not s.owed and s.deadline_at <= :now
                    order by rh.host_id limit :most for update of rh skip locked)
                update rollout_hosts rh set owed = true from late where rh.rollout_id = :rollout and rh.host_id = late.host_id
                """)
                .param("rollout", wave.rollout())
                .param("wave", wave.ordinal())
                .param("most", most)
                .param("now", at(now))
                .update();
    }

    public record Due(UUID rollout, int ordinal, long epoch) {}

    /**
     * What time alone has made of a wave.
     *
     * @param late hosts past their deadline that nobody has marked yet
     * @param next the earliest deadline to come
     * @param heard since when every settled host has reported; null: none has settled
     */
    public record Seen(
            int late, @Nullable Instant next, @Nullable Instant heard) {}

    public record Silenced(UUID hostId, String name, String wave, String reason) {}
}
