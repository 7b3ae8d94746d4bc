package dev.breakwater.generation;

import dev.breakwater.web.Cursor;
import dev.breakwater.web.Limit;
import dev.breakwater.web.Page;
import java.util.UUID;
import org.jspecify.annotations.Nullable;
import org.springframework.jdbc.core.SimplePropertyRowMapper;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.stereotype.Repository;

/** Quarantines for showing, newest first. */
@Repository
class QuarantineList {
    private static final String LIST = "quarantines";

    private final JdbcClient jdbc;

    QuarantineList(JdbcClient jdbc) {
        this.jdbc = jdbc;
    }

    /** Null where anything goes. */
    Page<QuarantineView> list(
            @Nullable UUID generation, @Nullable Boolean released, Limit limit, @Nullable String cursor) {
        var before = Cursor.parse(LIST, 1, cursor).map(it -> it.uuid(0)).orElse(null);
        var rows = jdbc.sql("""
                        select q.id, q.generation_id, g.name as generation, q.selector, q.reason, q.rollout_id, q.at, q.actor,
                               q.released_at, q.released_by, q.release_reason
                        from quarantines q join generations g on g.id = q.generation_id
                        where (:generation::uuid is null or q.generation_id = :generation)
                          and (:released::boolean is null or (q.released_at is not null) = :released)
                          and (:before::uuid is null or q.id < :before)
                        order by q.id desc limit :limit""")
                .param("generation", generation)
                .param("released", released)
                .param("before", before)
                .param("limit", limit.plusOne())
                .query(new SimplePropertyRowMapper<>(QuarantineView.class))
                .list();
        return Page.of(rows, limit, row -> Cursor.of(LIST, row.id()));
    }
}
