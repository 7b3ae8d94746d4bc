package dev.breakwater.rollout.store;

import static dev.breakwater.rollout.store.Columns.at;
import static dev.breakwater.rollout.store.Columns.instant;
import static dev.breakwater.rollout.store.Columns.uuid;

import dev.breakwater.host.Selector;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.time.Instant;
import java.util.ArrayList;
import java.util.List;
import java.util.UUID;
import org.jspecify.annotations.Nullable;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.stereotype.Repository;

/** The hosts of a rollout, for showing. */
@Repository
public class HostPageStore {
    private static final String AFTER = "and (h.name, h.id) > (:afterName, :afterId::uuid)";
    private static final String LOST = """
            (select it.* from rollout_hosts lost
             cross join lateral (select x.* from rollout_host_states(:rollout, :now) x where x.host_id = lost.host_id offset 0) it
             where lost.rollout_id = :rollout and lost.wave = :wave and lost.state in ('FAILED', 'SILENT'))""";

    private final JdbcClient jdbc;

    HostPageStore(JdbcClient jdbc) {
        this.jdbc = jdbc;
    }

    /**
     * In the order of waves and names, wave by wave: so that a page of a large wave walks the index of names and stops.
     * {@code selector}: the rollout's, which a planned host may have left since.
     */
    public List<HostRow> list(UUID rollout, Selector selector, Wanted wanted, Instant now) {
        var page = new ArrayList<HostRow>();
        for (var wave : waves(rollout, wanted)) {
            if (page.size() < wanted.limit()) {
                page.addAll(ofWave(rollout, wave, selector, wanted, wanted.limit() - page.size(), now));
            }
        }
        return page;
    }

    private List<Place> waves(UUID rollout, Wanted wanted) {
        return jdbc.sql("""
                select ordinal, name from waves
                where rollout_id = :rollout and (:wave::text is null or name = :wave) and ordinal >= :from order by ordinal
                """)
                .param("rollout", rollout)
                .param("wave", wanted.wave())
                .param("from", wanted.after() == null ? 0 : wanted.after().wave())
                .query((row, _) -> new Place(row.getInt("ordinal"), row.getString("name")))
                .list();
    }

    private List<HostRow> ofWave(UUID rollout, Place wave, Selector selector, Wanted wanted, int limit, Instant now) {
        var planned = selector.sql("h.labels");
        var after = wanted.after() != null && wanted.after().wave() == wave.ordinal() ? wanted.after() : null;
        return jdbc.sql("""
                select s.host_id, h.name, s.wave as ordinal, :name as wave, s.state, s.reason, s.from_ref, s.to_ref, s.rollback_ref,
                       s.offered_at, s.claimed_at, s.finished_at, not (STRAYED) as strayed
                from STATES s join hosts h on h.id = s.host_id
                where s.wave = :wave and (:host::uuid is null or s.host_id = :host) WANTED
                order by h.name, h.id limit :limit
                """.replace("STATES", states(wanted.state()))
                        .replace(
                                "WANTED",
                                (wanted.state() == null ? "" : "and s.state = :state ") + (after == null ? "" : AFTER))
                        .replace("STRAYED", planned.where()))
                .params(planned.params())
                .param("rollout", rollout)
                .param("now", at(now))
                .param("wave", wave.ordinal())
                .param("name", wave.name())
                .param("state", wanted.state())
                .param("host", wanted.host())
                .param("afterName", after == null ? null : after.name())
                .param("afterId", after == null ? null : after.host())
                .param("limit", limit)
                .query((row, _) -> host(row))
                .list();
    }

    /** Those that are lost are few, and have an index. */
    private static String states(@Nullable String state) {
        return "FAILED".equals(state) || "SILENT".equals(state) ? LOST : "rollout_host_states(:rollout, :now)";
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

    private record Place(int ordinal, String name) {}

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
