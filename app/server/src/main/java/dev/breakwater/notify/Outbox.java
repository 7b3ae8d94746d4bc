package dev.breakwater.notify;

import dev.breakwater.identity.DomainEvent;
import dev.breakwater.identity.DomainEventSink;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.time.Instant;
import java.time.OffsetDateTime;
import java.time.ZoneOffset;
import java.util.List;
import java.util.UUID;
import org.springframework.core.annotation.Order;
import org.springframework.jdbc.core.JdbcTemplate;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.stereotype.Repository;
import org.springframework.transaction.support.TransactionSynchronization;
import org.springframework.transaction.support.TransactionSynchronizationManager;

/**
 * Events in the order of their transactions. Readers see only what lies below the oldest transaction still running, so no
 * event appears behind a place that was read already.
 */
@Repository
@Order(0)
class Outbox implements DomainEventSink {
    private final JdbcClient jdbc;
    private final JdbcTemplate batches;
    private final Bell bell;

    Outbox(JdbcClient jdbc, JdbcTemplate batches, Bell bell) {
        this.jdbc = jdbc;
        this.batches = batches;
        this.bell = bell;
    }

    record Row(Position position, Message message) {}

    @Override
    public void keep(List<DomainEvent> events) {
        var rows = events.stream().map(Outbox::parameters).toList();
        batches.batchUpdate("""
                insert into outbox (at, type, subject, rollout_id, host_id, wave, message)
                values (?, ?, ?, ?, ?, ?, ?)
                """, rows);
        TransactionSynchronizationManager.registerSynchronization(new TransactionSynchronization() {
            @Override
            public void afterCommit() {
                bell.ring();
            }
        });
    }

    /** The place below which everything has been written. */
    Position head() {
        return jdbc.sql("select pg_snapshot_xmin(pg_current_snapshot())::text::bigint")
                .query((row, _) -> new Position(row.getLong(1), 0))
                .single();
    }

    List<Row> after(Position place, int limit) {
        return jdbc.sql("""
                        select xid::text::bigint as xid, seq, at, type, subject, rollout_id, host_id, wave, message
                        from outbox
                        where (xid, seq) > (:xid::text::xid8, :seq)
                          and xid < pg_snapshot_xmin(pg_current_snapshot())
                        order by xid, seq limit :limit
                        """)
                .param("xid", place.xid())
                .param("seq", place.seq())
                .param("limit", limit)
                .query(Outbox::row)
                .list();
    }

    List<Row> between(Position place, Position end, int limit) {
        return after(place, limit).stream()
                .takeWhile(row -> row.position().compareTo(end) <= 0)
                .toList();
    }

    /** Whether everything after this place is still kept. */
    boolean reachesBackTo(Position place) {
        return jdbc.sql("select exists (select from outbox where (xid, seq) <= (:xid::text::xid8, :seq))")
                .param("xid", place.xid())
                .param("seq", place.seq())
                .query(Boolean.class)
                .single();
    }

    int forget(Instant before) {
        return jdbc.sql("delete from outbox where at < :before")
                .param("before", OffsetDateTime.ofInstant(before, ZoneOffset.UTC))
                .update();
    }

    private static Object[] parameters(DomainEvent event) {
        return new Object[] {
            OffsetDateTime.ofInstant(event.at(), ZoneOffset.UTC),
            event.type(),
            event.subject(),
            event.rolloutId(),
            event.hostId(),
            event.wave(),
            event.message()
        };
    }

    private static Row row(ResultSet row, int number) throws SQLException {
        return new Row(
                new Position(row.getLong("xid"), row.getLong("seq")),
                new Message(
                        row.getString("type"),
                        row.getObject("at", OffsetDateTime.class).toInstant(),
                        row.getString("subject"),
                        row.getObject("rollout_id", UUID.class),
                        row.getObject("host_id", UUID.class),
                        row.getString("wave"),
                        row.getString("message")));
    }
}
