package dev.breakwater.audit;

import java.sql.ResultSet;
import java.sql.SQLException;
import java.time.OffsetDateTime;
import java.time.ZoneOffset;
import java.util.List;
import java.util.Optional;
import org.jspecify.annotations.Nullable;
import org.springframework.jdbc.core.JdbcTemplate;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.stereotype.Repository;

/** The table of the trail: appended to, read, and nothing else. */
@Repository
class AuditStore {
    private static final String COLUMNS = """
            select seq, at, actor, action, subject, reason, message,
                   encode(previous_hash, 'hex') as previous_hash, encode(hash, 'hex') as hash
            from audit
            """;

    private final JdbcClient jdbc;
    private final JdbcTemplate batches;

    AuditStore(JdbcClient jdbc, JdbcTemplate batches) {
        this.jdbc = jdbc;
        this.batches = batches;
    }

    /** Held until the transaction ends: entries follow one another in the order in which their transactions commit. */
    void lock() {
        jdbc.sql("select pg_advisory_xact_lock(hashtext('audit'))").query().singleRow();
    }

    Optional<Link> last() {
        return jdbc.sql(COLUMNS + "order by seq desc limit 1")
                .query(AuditStore::link)
                .optional();
    }

    void append(List<Link> links) {
        var rows = links.stream().map(AuditStore::row).toList();
        batches.batchUpdate("""
                insert into audit (seq, at, actor, action, subject, reason, message, previous_hash, hash)
                values (?, ?, ?, ?, ?, ?, ?, decode(?, 'hex'), decode(?, 'hex'))
                """, rows);
    }

    List<Link> after(long seq, int limit) {
        return jdbc.sql(COLUMNS + "where seq > :seq order by seq limit :limit")
                .param("seq", seq)
                .param("limit", limit)
                .query(AuditStore::link)
                .list();
    }

    /** Newest first. */
    List<Link> before(long seq, @Nullable String subject, @Nullable String actor, int limit) {
        return jdbc.sql(COLUMNS + """
                where seq < :seq
                  and (:subject::text is null or subject = :subject)
                  and (:actor::text is null or actor = :actor)
                order by seq desc limit :limit
                """)
                .param("seq", seq)
                .param("subject", subject)
                .param("actor", actor)
                .param("limit", limit)
                .query(AuditStore::link)
                .list();
    }

    private static Object[] row(Link link) {
        var entry = link.entry();
        return new Object[] {
            entry.seq(),
            OffsetDateTime.ofInstant(entry.at(), ZoneOffset.UTC),
            entry.actor(),
            entry.action(),
            entry.subject(),
            entry.reason(),
            entry.message(),
            link.previousHash(),
            link.hash()
        };
    }

    private static Link link(ResultSet row, int number) throws SQLException {
        var entry = new Entry(
                row.getLong("seq"),
                row.getObject("at", OffsetDateTime.class).toInstant(),
                row.getString("actor"),
                row.getString("action"),
                row.getString("subject"),
                row.getString("reason"),
                row.getString("message"));
        return new Link(entry, row.getString("previous_hash"), row.getString("hash"));
    }
}
