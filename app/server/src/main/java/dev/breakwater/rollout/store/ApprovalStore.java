package dev.breakwater.rollout.store;

import static dev.breakwater.rollout.store.Columns.at;
import static dev.breakwater.rollout.store.Columns.instant;
import static dev.breakwater.rollout.store.Columns.uuid;

import java.sql.ResultSet;
import java.sql.SQLException;
import java.time.Instant;
import java.util.Collection;
import java.util.List;
import java.util.Objects;
import java.util.UUID;
import org.jspecify.annotations.Nullable;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.stereotype.Repository;

/** Rows of {@code approvals}. One is bound to the plan and to the standing of the generation that were approved. */
@Repository
public class ApprovalStore {
    private final JdbcClient jdbc;

    ApprovalStore(JdbcClient jdbc) {
        this.jdbc = jdbc;
    }

    /** Oldest first, those that are void among them. */
    public List<ApprovalRow> of(Collection<UUID> rollouts) {
        return jdbc.sql("""
                select a.rollout_id, a.wave, w.name, a.actor, a.reason, a.at, a.expires_at,
                       coalesce(a.void_why, case when a.plan_hash is distinct from r.plan_hash then 'the plan has changed'
                                                 when a.generation_revision <> g.revision
                                                 then 'the generation was quarantined or released since' end) as void_why
                from approvals a
                join rollouts r on r.id = a.rollout_id
                join generations g on g.id = r.generation_id
                join waves w on w.rollout_id = a.rollout_id and w.ordinal = a.wave
                where a.rollout_id = any (:rollouts) order by a.seq
                """)
                .param("rollouts", rollouts.toArray(UUID[]::new))
                .query((row, _) -> approval(row))
                .list();
    }

    /** What the same person approved before, and does not count any more, gives way. */
    public void insert(NewApproval approval, Instant now) {
        jdbc.sql("""
                update approvals set voided_at = :now, void_why = case when expires_at <= :now then 'it expired' else 'given anew' end
                where rollout_id = :rollout and wave = :wave and actor = :actor and voided_at is null
                """)
                .param("rollout", approval.rolloutId())
                .param("wave", approval.wave())
                .param("actor", approval.actor())
                .param("now", at(now))
                .update();
        jdbc.sql("""
                insert into approvals (rollout_id, wave, actor, reason, at, expires_at, plan_hash, generation_revision)
                select r.id, :wave, :actor, :reason, :now, :expires, coalesce(r.plan_hash, ''), g.revision
                from rollouts r join generations g on g.id = r.generation_id where r.id = :rollout
                """)
                .param("rollout", approval.rolloutId())
                .param("wave", approval.wave())
                .param("actor", approval.actor())
                .param("reason", approval.reason())
                .param("now", at(now))
                .param("expires", at(approval.expiresAt()))
                .update();
    }

    public void voidAll(UUID rollout, int wave, String why, Instant now) {
        jdbc.sql("""
                update approvals set voided_at = :now, void_why = :why
                where rollout_id = :rollout and wave = :wave and voided_at is null
                """)
                .param("rollout", rollout)
                .param("wave", wave)
                .param("why", why)
                .param("now", at(now))
                .update();
    }

    private static ApprovalRow approval(ResultSet row) throws SQLException {
        return new ApprovalRow(
                uuid(row, "rollout_id"),
                row.getInt("wave"),
                row.getString("name"),
                row.getString("actor"),
                row.getString("reason"),
                Objects.requireNonNull(instant(row, "at")),
                Objects.requireNonNull(instant(row, "expires_at")),
                row.getString("void_why"));
    }

    public record NewApproval(UUID rolloutId, int wave, String actor, String reason, Instant expiresAt) {}

    /** {@code voidWhy} is null while nothing but time can make it void. */
    public record ApprovalRow(
            UUID rolloutId,
            int ordinal,
            String wave,
            String actor,
            String reason,
            Instant at,
            Instant expiresAt,
            @Nullable String voidWhy) {
        public @Nullable String voidAt(Instant now) {
            return voidWhy == null && !expiresAt.isAfter(now) ? "it expired" : voidWhy;
        }
    }
}
