package dev.breakwater.host;

import dev.breakwater.web.Limit;
import io.swagger.v3.oas.annotations.media.Schema;
import java.time.Duration;
import java.time.Instant;
import java.util.List;
import java.util.UUID;
import org.jspecify.annotations.Nullable;
import org.springframework.jdbc.core.SimplePropertyRowMapper;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.stereotype.Repository;

/** What hosts ran, when, why, under which rollout. */
@Repository
class HistoryStore {
    private final JdbcClient jdbc;

    HistoryStore(JdbcClient jdbc) {
        this.jdbc = jdbc;
    }

    record Line(
            HostId host,
            Instant at,
            String kind,
            @Nullable String ref,
            @Nullable UUID rolloutId,
            @Nullable String detail) {}

    /** {@code id} orders lines of the same moment. */
    @Schema(name = "HostHistoryEntry")
    record Entry(
            long id,
            Instant at,
            String kind,
            @Nullable String ref,
            @Nullable UUID generationId,
            @Nullable String generation,
            @Nullable UUID rolloutId,
            @Nullable String reason) {}

    void append(Line line) {
        jdbc.sql("""
                        insert into host_history (host_id, at, kind, ref, rollout_id, detail)
                        values (:host, :at, :kind, :ref, :rollout, :detail)""")
                .param("host", line.host().value())
                .param("at", Moments.utc(line.at()))
                .param("kind", line.kind())
                .param("ref", line.ref())
                .param("rollout", line.rolloutId())
                .param("detail", line.detail())
                .update();
    }

    /** As {@link #append}, each under the rollout that steers its host, if one does. */
    void appendChanges(List<Line> lines) {
        if (lines.isEmpty()) {
            return;
        }
        jdbc.sql("""
                        insert into host_history (host_id, at, kind, ref, rollout_id)
                        select l.host_id, l.at, l.kind, l.ref, (select rollout_id from rollout_hosts where host_id = l.host_id and active)
                        from unnest(:hosts::uuid[], :ats::text[]::timestamptz[], :kinds::text[], :refs::text[]) as l (host_id, at, kind, ref)""")
                .param("hosts", lines.stream().map(line -> line.host().value()).toArray(UUID[]::new))
                .param("ats", lines.stream().map(line -> line.at().toString()).toArray(String[]::new))
                .param("kinds", lines.stream().map(Line::kind).toArray(String[]::new))
                .param("refs", lines.stream().map(Line::ref).toArray(String[]::new))
                .update();
    }

    /** Newest first, starting before the given place. */
    List<Entry> list(HostId host, Instant beforeAt, long beforeId, Limit limit) {
        return jdbc.sql("""
                        with page as (
                            select * from host_history where host_id = :host and (at, id) < (:at, :id)
                            order by at desc, id desc limit :limit)
                        select p.id, p.at, p.kind, p.ref, g.id as generation_id, g.name as generation, p.rollout_id, p.detail as reason
                        from page p left join generations g on g.id = generation_of(p.ref)
                        order by p.at desc, p.id desc""")
                .param("host", host.value())
                .param("at", Moments.utc(beforeAt))
                .param("id", beforeId)
                .param("limit", limit.plusOne())
                .query(new SimplePropertyRowMapper<>(Entry.class))
                .list();
    }

    /** Makes partitions for this month and the next two, and drops what is older than it is kept. */
    void keep(Instant now, Duration keep) {
        jdbc.sql("select keep_host_history(:now, 2, make_interval(secs => :keep))")
                .param("now", Moments.utc(now))
                .param("keep", (double) keep.toSeconds())
                .query((_, _) -> true)
                .list();
    }
}
