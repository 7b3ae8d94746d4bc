package dev.breakwater.rollout.store;

import static dev.breakwater.rollout.store.Columns.at;
import static dev.breakwater.rollout.store.Columns.instant;
import static dev.breakwater.rollout.store.Columns.uuid;

import dev.breakwater.rollout.engine.Phase;
import dev.breakwater.rollout.engine.evidence.Tally;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.time.Instant;
import java.util.List;
import java.util.Objects;
import java.util.Optional;
import java.util.UUID;
import org.jspecify.annotations.Nullable;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.stereotype.Repository;

/** Rows of {@code rollouts}. */
@Repository
public class RolloutStore {
    private static final String ROW = """
            select id, name, generation_id, selector, spec, phase, phase_state, reason, plan_seed, plan_hash,
                   created_at, created_by, started_at, finished_at, wake_at, edited_by, superseded_by, revision
            from rollouts
            """;

    private final JdbcClient jdbc;
    private final PhaseJson phases;

    RolloutStore(JdbcClient jdbc, PhaseJson phases) {
        this.jdbc = jdbc;
        this.phases = phases;
    }

    public void insert(RolloutRow row) {
        jdbc.sql("""
                insert into rollouts (id, name, generation_id, selector, spec, phase, phase_state, plan_seed, plan_hash,
                                      created_at, created_by)
                values (:id, :name, :generation, :selector, :spec::jsonb, :phase, :state::jsonb, :seed, :hash, :at, :by)
                """)
                .param("id", row.id())
                .param("name", row.name())
                .param("generation", row.generationId())
                .param("selector", row.selector())
                .param("spec", row.spec())
                .param("phase", row.phase().name())
                .param("state", phases.write(row.phase()))
                .param("seed", row.planSeed())
                .param("hash", row.planHash())
                .param("at", at(row.createdAt()))
                .param("by", row.createdBy())
                .update();
    }

    public Optional<RolloutRow> find(UUID id) {
        return jdbc.sql(ROW + "where id = :id").param("id", id).query(this::row).optional();
    }

    /** Not {@code for update}: that would also stop others from writing rows that refer to this one. */
    public Optional<RolloutRow> lock(UUID id) {
        return jdbc.sql(ROW + "where id = :id for no key update")
                .param("id", id)
                .query(this::row)
                .optional();
    }

    /** Newest first; {@code before} is the last id of the page before. */
    public List<RolloutRow> list(@Nullable String phase, @Nullable UUID before, int limit) {
        return jdbc.sql(ROW + """
                where (:phase::text is null or phase = :phase)
                  and (:before::uuid is null or id < :before)
                order by id desc limit :limit
                """)
                .param("phase", phase)
                .param("before", before)
                .param("limit", limit)
                .query(this::row)
                .list();
    }

    public List<UUID> running() {
        return jdbc.sql("""
                select id from rollouts
                where phase_is_under_way(phase) order by id
                """).query((row, _) -> uuid(row, "id")).list();
    }

    /** The caller holds the row's lock. */
    public void move(UUID id, Phase phase, String reason, Instant now) {
        jdbc.sql("""
                update rollouts set phase = :phase, phase_state = :state::jsonb, reason = :reason, revision = revision + 1,
                                    finished_at = case when :over then :now::timestamptz end
                where id = :id
                """)
                .param("id", id)
                .param("phase", phase.name())
                .param("state", phases.write(phase))
                .param("reason", reason)
                .param("over", phase.isTerminal())
                .param("now", at(now))
                .update();
    }

    /** Fixed for as long as the rollout runs, and shown in its spec. */
    public void expect(UUID id, String failureRate) {
        jdbc.sql("""
                update rollouts set spec = jsonb_set(spec, '{expectedFailureRate}', to_jsonb(:rate::text)) where id = :id
                """).param("id", id).param("rate", failureRate).update();
    }

    /** What its hosts had shown when it completed. */
    public void shown(UUID id, Tally tally) {
        jdbc.sql("update rollouts set judged = :judged, failed = :failed where id = :id")
                .param("id", id)
                .param("judged", tally.judged())
                .param("failed", tally.failed())
                .update();
    }

    public void started(UUID id, String planHash, Instant now) {
        jdbc.sql("update rollouts set plan_hash = :hash, started_at = :now where id = :id")
                .param("id", id)
                .param("hash", planHash)
                .param("now", at(now))
                .update();
    }

    public void edited(UUID id, String actor) {
        jdbc.sql("update rollouts set edited_by = :actor where id = :id")
                .param("id", id)
                .param("actor", actor)
                .update();
    }

    public void supersededBy(UUID id, UUID successor) {
        jdbc.sql("update rollouts set superseded_by = :successor where id = :id")
                .param("id", id)
                .param("successor", successor)
                .update();
    }

    public void wakeAt(UUID id, @Nullable Instant wakeAt) {
        jdbc.sql("update rollouts set wake_at = :at::timestamptz where id = :id")
                .param("id", id)
                .param("at", at(wakeAt))
                .update();
    }

    public Optional<Instant> wakeAt(UUID id) {
        return jdbc.sql("select wake_at from rollouts where id = :id and phase_is_under_way(phase)")
                .param("id", id)
                .query((row, _) -> Optional.ofNullable(instant(row, "wake_at")))
                .optional()
                .flatMap(it -> it);
    }

    private RolloutRow row(ResultSet row, int number) throws SQLException {
        return new RolloutRow(
                uuid(row, "id"),
                row.getString("name"),
                uuid(row, "generation_id"),
                row.getString("selector"),
                row.getString("spec"),
                phases.read(row.getString("phase"), row.getString("phase_state")),
                row.getString("reason"),
                row.getLong("plan_seed"),
                row.getString("plan_hash"),
                Objects.requireNonNull(instant(row, "created_at")),
                row.getString("created_by"),
                instant(row, "started_at"),
                instant(row, "finished_at"),
                instant(row, "wake_at"),
                row.getString("edited_by"),
                row.getObject("superseded_by", UUID.class),
                row.getLong("revision"));
    }
}
