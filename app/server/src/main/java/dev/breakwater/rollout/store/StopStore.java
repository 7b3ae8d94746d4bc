package dev.breakwater.rollout.store;

import static dev.breakwater.rollout.store.Columns.at;
import static dev.breakwater.rollout.store.Columns.instant;

import java.sql.ResultSet;
import java.sql.SQLException;
import java.time.Instant;
import org.jspecify.annotations.Nullable;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.stereotype.Repository;

/** The one row of the global stop. */
@Repository
public class StopStore {
    private static final String ROW = "select stopped, reason, actor, at, revision from global_stop";

    private final JdbcClient jdbc;

    StopStore(JdbcClient jdbc) {
        this.jdbc = jdbc;
    }

    public StopRow read() {
        return jdbc.sql(ROW).query((row, _) -> row(row)).single();
    }

    /** For claims: a stop waits for those that hold this, and those that come after its commit see it. */
    public StopRow share() {
        return jdbc.sql(ROW + " for share").query((row, _) -> row(row)).single();
    }

    public StopRow lock() {
        return jdbc.sql(ROW + " for update").query((row, _) -> row(row)).single();
    }

    public void set(boolean stopped, String reason, String actor, Instant now) {
        jdbc.sql("""
                update global_stop set stopped = :stopped, reason = :reason, actor = :actor, at = :now, revision = revision + 1,
                                       engaged_at = clock_timestamp()
                """)
                .param("stopped", stopped)
                .param("reason", reason)
                .param("actor", actor)
                .param("now", at(now))
                .update();
    }

    private static StopRow row(ResultSet row) throws SQLException {
        return new StopRow(
                row.getBoolean("stopped"),
                row.getString("reason"),
                row.getString("actor"),
                instant(row, "at"),
                row.getLong("revision"));
    }

    public record StopRow(
            boolean stopped,
            @Nullable String reason,
            @Nullable String actor,
            @Nullable Instant at,
            long revision) {}
}
