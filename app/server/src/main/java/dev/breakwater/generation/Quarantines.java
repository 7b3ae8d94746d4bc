package dev.breakwater.generation;

import dev.breakwater.host.Selector;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.time.Instant;
import java.time.OffsetDateTime;
import java.time.ZoneOffset;
import java.util.Collection;
import java.util.List;
import java.util.Map;
import java.util.UUID;
import java.util.function.Function;
import java.util.stream.Collectors;
import org.jspecify.annotations.Nullable;
import org.springframework.jdbc.core.SimplePropertyRowMapper;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.stereotype.Repository;

/** Quarantines, standing and released. */
@Repository
class Quarantines {
    private final JdbcClient jdbc;

    Quarantines(JdbcClient jdbc) {
        this.jdbc = jdbc;
    }

    record Quarantine(
            UUID id,
            UUID generationId,
            String selector,
            String reason,
            @Nullable UUID rolloutId,
            String actor,
            Instant at) {
        GenerationView.Quarantined view() {
            return new GenerationView.Quarantined(reason, at, selector, rolloutId, actor);
        }
    }

    /** False when one for the same selector stands already. */
    boolean insert(Quarantine quarantine) {
        return jdbc.sql("""
                        insert into quarantines (id, generation_id, selector, reason, rollout_id, actor, at)
                        values (:id, :generation, :selector, :reason, :rollout, :actor, :at)
                        on conflict (generation_id, selector) where released_at is null do nothing""")
                        .param("id", quarantine.id())
                        .param("generation", quarantine.generationId())
                        .param("selector", quarantine.selector())
                        .param("reason", quarantine.reason())
                        .param("rollout", quarantine.rolloutId())
                        .param("actor", quarantine.actor())
                        .param("at", quarantine.at().atOffset(ZoneOffset.UTC))
                        .update()
                == 1;
    }

    /** Releases the one of a selector, or all when none is named; returns how many. */
    int release(GenerationId generation, @Nullable String selector, String reason, String actor, Instant now) {
        return jdbc.sql("""
                        update quarantines set released_at = :now, released_by = :actor, release_reason = :reason
                        where generation_id = :generation and released_at is null
                          and (cast(:selector as text) is null or selector = :selector)""")
                .param("generation", generation.value())
                .param("selector", selector)
                .param("reason", reason)
                .param("actor", actor)
                .param("now", now.atOffset(ZoneOffset.UTC))
                .update();
    }

    /** What stands against the generation itself, if one is named, and against others that have one of these refs. */
    List<Bars.Bar> barring(@Nullable UUID generation, Collection<String> refs) {
        return jdbc.sql("""
                        select q.id, q.generation_id, g.name, q.selector, q.reason, q.actor, q.at, null as ref
                        from quarantines q join generations g on g.id = q.generation_id
                        where q.generation_id = :generation::uuid and q.released_at is null
                        union
                        select q.id, q.generation_id, g.name, q.selector, q.reason, q.actor, q.at, a.ref
                        from quarantines q join generations g on g.id = q.generation_id join artifacts a on a.generation_id = q.generation_id
                        where q.generation_id is distinct from :generation::uuid and q.released_at is null and a.ref = any (:refs)
                        order by ref nulls first, selector""")
                .param("generation", generation)
                .param("refs", refs.toArray(String[]::new))
                .query((row, _) -> new Bars.Bar(standing(row), row.getString("ref")))
                .list();
    }

    /** Oldest first. */
    List<Bars.Standing> standingSince(Instant since) {
        return jdbc.sql("""
                        select q.id, q.generation_id, g.name, q.selector, q.reason, q.actor, q.at
                        from quarantines q join generations g on g.id = q.generation_id
                        where q.released_at is null and q.at >= :since order by q.at, q.id""")
                .param("since", since.atOffset(ZoneOffset.UTC))
                .query((row, _) -> standing(row))
                .list();
    }

    boolean shareRefs(UUID one, UUID other) {
        return jdbc.sql("""
                        select exists (select from generations g join generations o on o.platform = g.platform and o.id = :other where g.id = :one)
                           and exists (select from artifacts a where a.generation_id = :one
                                       and exists (select from artifacts b where b.generation_id = :other and b.ref = a.ref))""")
                .param("one", one)
                .param("other", other)
                .query(Boolean.class)
                .single();
    }

    private static Bars.Standing standing(ResultSet row) throws SQLException {
        return new Bars.Standing(
                row.getObject("id", UUID.class),
                row.getObject("generation_id", UUID.class),
                row.getString("name"),
                Selector.parse(row.getString("selector")),
                row.getString("reason"),
                row.getString("actor"),
                row.getObject("at", OffsetDateTime.class).toInstant());
    }

    /** The newest that stands, for each generation that has one. */
    Map<UUID, Quarantine> newestStanding(Collection<UUID> generations) {
        return jdbc
                .sql("""
                        select distinct on (generation_id) id, generation_id, selector, reason, rollout_id, actor, at
                        from quarantines where generation_id = any(:generations) and released_at is null
                        order by generation_id, at desc, id desc""")
                .param("generations", generations.toArray(UUID[]::new))
                .query(new SimplePropertyRowMapper<>(Quarantine.class))
                .list()
                .stream()
                .collect(Collectors.toMap(Quarantine::generationId, Function.identity()));
    }

    /** Locks the generation until the transaction ends. */
    long lockRevision(GenerationId generation) {
        return jdbc.sql("select revision from generations where id = :id for no key update")
                .param("id", generation.value())
                .query((row, _) -> row.getLong(1))
                .optional()
                .orElseThrow(() -> new GenerationNotFound(generation));
    }

    void nextRevision(GenerationId generation) {
        jdbc.sql("update generations set revision = revision + 1 where id = :id")
                .param("id", generation.value())
                .update();
    }
}
