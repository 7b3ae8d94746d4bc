package dev.breakwater.agent;

import java.sql.ResultSet;
import java.sql.SQLException;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import java.util.UUID;
import org.jspecify.annotations.Nullable;
import org.springframework.jdbc.core.simple.JdbcClient;

/**
 * What changed about hosts, once each, whatever the order of commits: a place is a snapshot of the database, and what a later one sees
 * and it did not is new. A transaction that runs for long delays nobody else's changes.
 */
final class HostChanges {
    private static final int MOST = 20_000;
    private static final int PAGE = 5_000;
    private static final UUID BEFORE_ALL = new UUID(0, 0);
    private static final String PLACE = """
            select pg_current_snapshot()::text as snapshot, k.round, database_lineage() as lineage""";

    private final JdbcClient jdbc;

    HostChanges(JdbcClient jdbc) {
        this.jdbc = jdbc;
    }

    enum What {
        CREDENTIAL,
        HOSTS,
        PLAN,
        WAVE,
        ROLLOUT,
        GENERATIONS,
        REPORTS,
        ALL
    }

    record Change(What what, List<UUID> hosts, @Nullable UUID rollout, int wave) {
        UUID requireRollout() {
            if (rollout == null) {
                throw new IllegalStateException(what + " without its rollout");
            }
            return rollout;
        }
    }

    /** {@code lineage}: which database this is. A restored one or one that took over may not know what was read before. */
    record Place(String snapshot, long round, String lineage) {
        /** Rows are dropped two rounds after they were there to be read. */
        boolean reaches(Place later) {
            return later.lineage.equals(lineage) && later.round <= round + 1;
        }
    }

    record Delta(Place place, List<Change> changes) {
        boolean tooMany() {
            return changes.size() > MOST;
        }
    }

    void listen() {
        jdbc.sql("listen host_changes").update();
    }

    Place place() {
        return jdbc.sql(PLACE + " from host_changes_kept k")
                .query((row, _) -> place(row))
                .single();
    }

    Delta since(Place seen) {
        var changes = new ArrayList<Change>();
        var place = new ArrayList<Place>();
        jdbc.sql(PLACE + """
                , c.what, c.hosts, c.rollout_id, c.wave
                from host_changes_kept k
                left join host_changes c on c.xid >= pg_snapshot_xmin(:seen::pg_snapshot) and c.xid < pg_snapshot_xmax(pg_current_snapshot())
                                        and not pg_visible_in_snapshot(c.xid, :seen::pg_snapshot)
                order by c.xid, c.seq limit :most
                """)
                .param("seen", seen.snapshot())
                .param("most", MOST + 1)
                .query(row -> {
                    if (place.isEmpty()) {
                        place.add(place(row));
                    }
                    if (row.getString("what") != null) {
                        changes.add(change(row));
                    }
                });
        return new Delta(place.getFirst(), changes);
    }

    /** The next hosts of a rollout's plan, in the order of ids. */
    List<UUID> planned(UUID rollout, @Nullable UUID after) {
        return jdbc.sql("""
                select host_id from rollout_hosts where rollout_id = :rollout and host_id > :after order by host_id limit :limit
                """)
                .param("rollout", rollout)
                .param("after", after == null ? BEFORE_ALL : after)
                .param("limit", PAGE)
                .query((row, _) -> row.getObject("host_id", UUID.class))
                .list();
    }

    private static Place place(ResultSet row) throws SQLException {
        return new Place(row.getString("snapshot"), row.getLong("round"), row.getString("lineage"));
    }

    private static Change change(ResultSet row) throws SQLException {
        var hosts = row.getArray("hosts");
        return new Change(
                What.valueOf(row.getString("what")),
                hosts == null ? List.of() : Arrays.asList((UUID[]) hosts.getArray()),
                row.getObject("rollout_id", UUID.class),
                row.getInt("wave"));
    }
}
