package dev.breakwater.rollout.store;

import static dev.breakwater.rollout.store.Columns.at;
import static dev.breakwater.rollout.store.Columns.instant;
import static dev.breakwater.rollout.store.Columns.uuid;

import dev.breakwater.host.Selector;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.time.Instant;
import java.util.List;
import java.util.UUID;
import org.jspecify.annotations.Nullable;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.stereotype.Repository;

/** The hosts of a rollout, for showing. */
@Repository
public class HostPageStore {
    private final JdbcClient jdbc;

    HostPageStore(JdbcClient jdbc) {
        this.jdbc = jdbc;
    }

    /** In the order of waves and names. {@code selector}: the rollout's, which a planned host may have left since. */
    public List<HostRow> list(UUID rollout, Selector selector, Wanted wanted, Instant now) {
        var planned = selector.sql("h.labels");
        return jdbc.sql("""
                select s.host_id, h.name, s.wave as ordinal, w.name as wave, s.state, s.reason, s.from_ref, s.to_ref, s.rollback_ref,
                       s.offered_at, s.claimed_at, s.finished_at, not (%s) as strayed
                from rollout_host_states(:rollout, :now) s
                join hosts h on h.id = s.host_id
                join waves w on w.rollout_id = :rollout and w.ordinal = s.wave
                where (:wave::text is null or w.name = :wave) and (:state::text is null or s.state = :state)
                  and (:host::uuid is null or s.host_id = :host)
                  and (:afterWave::int is null or (s.wave, h.name, s.host_id) > (:afterWave, :afterName, :afterId::uuid))
                order by s.wave, h.name, s.host_id limit :limit
                """.formatted(planned.where()))
                .params(planned.params())
                .param("rollout", rollout)
                .param("now", at(now))
                .param("wave", wanted.wave())
                .param("state", wanted.state())
                .param("host", wanted.host())
                .param(
                        "afterWave",
                        wanted.after() == null ? null : wanted.after().wave())
                .param(
                        "afterName",
                        wanted.after() == null ? null : wanted.after().name())
                .param("afterId", wanted.after() == null ? null : wanted.after().host())
                .param("limit", wanted.limit())
                .query((row, _) -> host(row))
                .list();
    }

    private static HostRow host(ResultSet row) throws SQLException {
        return new HostRow(
                uuid(row, "host_id"),
                row.getString("name"),
                row.getInt("ordinal"),
                row.getString("wave"),
                row.getString("state"),
                row.getString("reason"),
                row.getString("from_ref"),
                row.getString("to_ref"),
                row.getString("rollback_ref"),
                instant(row, "offered_at"),
                instant(row, "claimed_at"),
                instant(row, "finished_at"),
                row.getBoolean("strayed"));
    }

    /** Null where anything goes. */
    public record Wanted(
            @Nullable String wave,
            @Nullable String state,
            @Nullable UUID host,
            @Nullable After after,
            int limit) {}

    /** The last host of the page before. */
    public record After(int wave, String name, UUID host) {}

    public record HostRow(
            UUID hostId,
            String name,
            int ordinal,
            String wave,
            String state,
            @Nullable String reason,
            @Nullable String from,
            String to,
            @Nullable String rollbackRef,
            @Nullable Instant offeredAt,
            @Nullable Instant claimedAt,
            @Nullable Instant finishedAt,
            boolean strayed) {}
}
