package dev.breakwater.rollout.store;

import static dev.breakwater.rollout.store.Columns.at;
import static dev.breakwater.rollout.store.Columns.instant;

import io.swagger.v3.oas.annotations.media.Schema;
import java.time.Instant;
import java.util.List;
import java.util.Objects;
import java.util.UUID;
import org.jspecify.annotations.Nullable;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.stereotype.Repository;

/** The log of a rollout. */
@Repository
public class EventStore {
    private final JdbcClient jdbc;

    EventStore(JdbcClient jdbc) {
        this.jdbc = jdbc;
    }

    public void append(UUID rollout, NewEvent event) {
        jdbc.sql("""
                insert into rollout_events (rollout_id, at, type, wave, actor, reason, message)
                values (:rollout, :at, :type, :wave, :actor, :reason, :message)
                """)
                .param("rollout", rollout)
                .param("at", at(event.at()))
                .param("type", event.type())
                .param("wave", event.wave())
                .param("actor", event.actor())
                .param("reason", event.reason())
                .param("message", event.message())
                .update();
    }

    /** Oldest first, after the given number. */
    public List<EventRow> list(UUID rollout, long after, int limit) {
        return jdbc.sql("""
                select seq, at, type, wave, actor, reason, message from rollout_events
                where rollout_id = :rollout and seq > :after order by seq limit :limit
                """)
                .param("rollout", rollout)
                .param("after", after)
                .param("limit", limit)
                .query((row, _) -> new EventRow(
                        row.getLong("seq"),
                        Objects.requireNonNull(instant(row, "at")),
                        row.getString("type"),
                        row.getString("wave"),
                        row.getString("actor"),
                        row.getString("reason"),
                        row.getString("message")))
                .list();
    }

    public record NewEvent(
            Instant at,
            String type,
            @Nullable String wave,
            String actor,
            @Nullable String reason,
            String message) {}

    @Schema(name = "RolloutEvent")
    public record EventRow(
            long seq,
            Instant at,
            String type,
            @Nullable String wave,
            String actor,
            @Nullable String reason,
            String message) {}
}
