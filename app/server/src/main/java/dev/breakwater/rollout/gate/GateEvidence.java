package dev.breakwater.rollout.gate;

import dev.breakwater.rollout.engine.GateVerdict;
import dev.breakwater.web.Cursor;
import dev.breakwater.web.Limit;
import dev.breakwater.web.Page;
import io.swagger.v3.oas.annotations.media.Schema;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.time.Clock;
import java.time.Instant;
import java.time.OffsetDateTime;
import java.time.ZoneOffset;
import java.util.List;
import java.util.UUID;
import org.jspecify.annotations.Nullable;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.scheduling.annotation.Scheduled;
import org.springframework.stereotype.Repository;
import tools.jackson.databind.json.JsonMapper;

/** What gates of a rollout said, for people. */
@Repository
public class GateEvidence {
    private static final String LIST = "gate-evaluations";

    private final JdbcClient jdbc;
    private final JsonMapper json;
    private final GateProperties properties;
    private final Clock clock;

    GateEvidence(JdbcClient jdbc, JsonMapper json, GateProperties properties, Clock clock) {
        this.jdbc = jdbc;
        this.json = json;
        this.properties = properties;
        this.clock = clock;
    }

    /** A gate of a wave: how it counts, what it said last, and the newest evaluation behind that. Null where it has not been asked. */
    @Schema(name = "WaveGate")
    public record WaveGate(
            String wave,
            String gate,
            GateType type,
            GateConfig config,
            boolean dryRun,
            @Nullable GateVerdict verdict,
            boolean pauses,
            @Nullable String why,
            @Nullable Instant at,
            @Nullable Instant nextAt,
            @Nullable Double value,
            @Nullable String query,
            @Nullable String link) {}

    @Schema(name = "GateEvaluation")
    public record Evaluation(
            long seq,
            UUID id,
            String wave,
            String gate,
            Instant at,
            GateVerdict verdict,
            String why,
            @Nullable Double value,
            @Nullable String query,
            @Nullable String link,
            @Nullable String raw) {}

    public List<WaveGate> latest(UUID rollout) {
        return jdbc.sql("""
                select w.name as wave, g.gate, d.type, d.config, d.dry_run, g.verdict, g.pauses, g.why, g.at,
                       nullif(g.next_at, '-infinity') as next_at, e.value, e.query, e.link
                from wave_gates g
                join waves w on w.rollout_id = g.rollout_id and w.ordinal = g.wave
                join rollout_gates d on d.rollout_id = g.rollout_id and d.name = g.gate
                left join lateral (select value, query, link from gate_evaluations e
                                   where e.rollout_id = g.rollout_id and e.wave = g.wave and e.gate = g.gate and e.at = g.at
                                   order by seq desc limit 1) e on true
                where g.rollout_id = :rollout order by g.wave, g.gate
                """)
                .param("rollout", rollout)
                .query((row, _) -> gate(row))
                .list();
    }

    /** Newest first. */
    public Page<Evaluation> history(
            UUID rollout, @Nullable String wave, @Nullable String gate, Limit limit, @Nullable String cursor) {
        var before = Cursor.parse(LIST, 1, cursor).map(it -> it.number(0)).orElse(Long.MAX_VALUE);
        var rows = jdbc.sql("""
                select e.seq, e.id, w.name as wave, e.gate, e.at, e.verdict, e.why, e.value, e.query, e.link, e.raw
                from gate_evaluations e join waves w on w.rollout_id = e.rollout_id and w.ordinal = e.wave
                where e.rollout_id = :rollout and e.seq < :before
                  and (:wave::text is null or w.name = :wave) and (:gate::text is null or e.gate = :gate)
                order by e.seq desc limit :limit
                """)
                .param("rollout", rollout)
                .param("before", before)
                .param("wave", wave)
                .param("gate", gate)
                .param("limit", limit.plusOne())
                .query((row, _) -> evaluation(row))
                .list();
        return Page.of(rows, limit, row -> Cursor.of(LIST, row.seq()));
    }

    @Scheduled(initialDelayString = "PT10M", fixedDelayString = "PT6H")
    void forget() {
        jdbc.sql("delete from gate_evaluations where at < :before")
                .param(
                        "before",
                        clock.instant().minus(properties.keepEvaluations()).atOffset(ZoneOffset.UTC))
                .update();
    }

    private WaveGate gate(ResultSet row) throws SQLException {
        var verdict = row.getString("verdict");
        return new WaveGate(
                row.getString("wave"),
                row.getString("gate"),
                GateType.valueOf(row.getString("type")),
                json.readValue(row.getString("config"), GateConfig.class),
                row.getBoolean("dry_run"),
                verdict == null ? null : GateVerdict.valueOf(verdict),
                row.getBoolean("pauses"),
                row.getString("why"),
                instant(row, "at"),
                instant(row, "next_at"),
                row.getObject("value", Double.class),
                row.getString("query"),
                row.getString("link"));
    }

    private static Evaluation evaluation(ResultSet row) throws SQLException {
        return new Evaluation(
                row.getLong("seq"),
                row.getObject("id", UUID.class),
                row.getString("wave"),
                row.getString("gate"),
                row.getObject("at", OffsetDateTime.class).toInstant(),
                GateVerdict.valueOf(row.getString("verdict")),
                row.getString("why"),
                row.getObject("value", Double.class),
                row.getString("query"),
                row.getString("link"),
                row.getString("raw"));
    }

    private static @Nullable Instant instant(ResultSet row, String column) throws SQLException {
        var value = row.getObject(column, OffsetDateTime.class);
        return value == null ? null : value.toInstant();
    }
}
