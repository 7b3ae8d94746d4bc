package dev.breakwater.rollout.gate;

import static java.util.Objects.requireNonNull;

import dev.breakwater.rollout.engine.GateVerdict;
import dev.breakwater.rollout.gate.Definition.Patience;
import dev.breakwater.rollout.gate.Question.Subject;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.time.Duration;
import java.time.Instant;
import java.time.OffsetDateTime;
import java.time.ZoneOffset;
import java.util.List;
import java.util.Optional;
import java.util.UUID;
import org.jspecify.annotations.Nullable;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.stereotype.Repository;
import tools.jackson.databind.json.JsonMapper;

/** Which gates are due, and who asks them: any replica may, no two ask the same at once, and none waits for another. */
@Repository
class LeaseStore {
    private static final Duration SLACK = Duration.ofSeconds(30);

    private static final String COLUMNS = """
             g.evaluation, g.rollout_id, r.name as rollout, g.wave, w.name as wave_name, n.name as generation, w.opened_at, w.soak_until,
             g.verdict, g.errors, d.name, d.type, d.config, d.secret, d.dry_run, d.on_no_data, d.interval_seconds, d.timeout_seconds,
             d.consecutive_errors
            """;

    private final JdbcClient jdbc;
    private final JsonMapper json;

    LeaseStore(JdbcClient jdbc, JsonMapper json) {
        this.jdbc = jdbc;
        this.json = json;
    }

    /**
     * Gates of waves that are open or soaking, when their interval is over or their soak has ended; and those asked before the start,
     * from the start time on. A lease that ran out is taken over with its question's id.
     */
    List<Lease> take(int most, Instant now) {
        return jdbc.sql("""
                with due as (
                    select g.rollout_id, g.wave, g.gate
                    from rollouts r
                    join waves w on w.rollout_id = r.id
                    join wave_gates g on g.rollout_id = w.rollout_id and g.wave = w.ordinal
                    join rollout_gates d on d.rollout_id = g.rollout_id and d.name = g.gate
                    where phase_is_under_way(r.phase)
                      and (g.leased_until is null or g.leased_until < :now)
                      and (   r.phase in ('ROLLING', 'SOAKING', 'AWAITING_APPROVAL', 'PAUSED') and w.state in ('OPEN', 'SOAKING')
                              and (g.next_at <= :now or w.soak_until <= :now and (g.at is null or g.at < w.soak_until))
                           or r.phase = 'SCHEDULED' and w.ordinal = 0 and d.type = 'ALERTMANAGER' and not d.dry_run
                              and (r.phase_state ->> 'notBefore')::timestamptz <= :now
                              and (g.next_at <= :now or g.at < (r.phase_state ->> 'notBefore')::timestamptz))
                    order by g.next_at
                    limit :most
                    for update of g skip locked)
                update wave_gates g
                set evaluation = coalesce(g.evaluation, gen_random_uuid()),
                    leased_until = :now::timestamptz + (2 * d.timeout_seconds) * interval '1 second' + :slack::interval
                from due, rollout_gates d, rollouts r, waves w, generations n
                where (g.rollout_id, g.wave, g.gate) = (due.rollout_id, due.wave, due.gate)
                  and d.rollout_id = g.rollout_id and d.name = g.gate and r.id = g.rollout_id and n.id = r.generation_id
                  and w.rollout_id = g.rollout_id and w.ordinal = g.wave
                returning exists (select from gate_callbacks c where (c.rollout_id, c.wave, c.gate) = (g.rollout_id, g.wave, g.gate)
                                  and c.evaluation = g.evaluation and c.accepted) as accepted,
                """ + COLUMNS)
                .param("most", most)
                .param("now", now.atOffset(ZoneOffset.UTC))
                .param("slack", SLACK.toString())
                .query((row, _) -> lease(row, now))
                .list();
    }

    /** The question that waits for a callback at this address, which is spent by it. None when it is late, withdrawn or answered. */
    Optional<Lease> calledBack(byte[] tokenHash, Instant now) {
        return jdbc.sql("""
                delete from gate_callbacks c
                using rollouts r, waves w, generations n, wave_gates g, rollout_gates d
                where c.token_hash = :hash and c.expires_at > :now and c.rollout_id = r.id and n.id = r.generation_id
                  and (w.rollout_id, w.ordinal) = (c.rollout_id, c.wave)
                  and (g.rollout_id, g.wave, g.gate, g.evaluation) = (c.rollout_id, c.wave, c.gate, c.evaluation)
                  and (d.rollout_id, d.name) = (c.rollout_id, c.gate)
                  and r.phase in ('ROLLING', 'SOAKING', 'AWAITING_APPROVAL', 'PAUSED') and w.state in ('OPEN', 'SOAKING')
                returning c.asked_at, false as accepted,
                """ + COLUMNS)
                .param("hash", tokenHash)
                .param("now", now.atOffset(ZoneOffset.UTC))
                .query((row, _) -> lease(row, requireNonNull(instant(row, "asked_at"))))
                .optional();
    }

    private Lease lease(ResultSet row, Instant now) throws SQLException {
        var subject = new Subject(
                row.getObject("rollout_id", UUID.class),
                row.getString("rollout"),
                row.getInt("wave"),
                row.getString("wave_name"),
                row.getString("generation"),
                instant(row, "opened_at"));
        var verdict = row.getString("verdict");
        return new Lease(
                new Question(row.getObject("evaluation", UUID.class), subject, definition(row), now),
                verdict == null ? null : GateVerdict.valueOf(verdict),
                row.getInt("errors"),
                instant(row, "soak_until"),
                row.getBoolean("accepted"));
    }

    private Definition definition(ResultSet row) throws SQLException {
        return new Definition(
                row.getString("name"),
                GateType.valueOf(row.getString("type")),
                requireNonNull(json.readValue(row.getString("config"), GateConfig.class)),
                row.getString("secret"),
                row.getBoolean("dry_run"),
                new Patience(
                        NoDataPolicy.valueOf(row.getString("on_no_data")),
                        Duration.ofSeconds(row.getInt("interval_seconds")),
                        Duration.ofSeconds(row.getInt("timeout_seconds")),
                        row.getInt("consecutive_errors")));
    }

    private static @Nullable Instant instant(ResultSet row, String column) throws SQLException {
        var value = row.getObject(column, OffsetDateTime.class);
        return value == null ? null : value.toInstant();
    }
}
