package dev.breakwater.rollout.gate;

import dev.breakwater.rollout.gate.Question.Subject;
import dev.breakwater.web.InvalidField;
import java.time.OffsetDateTime;
import java.util.UUID;
import org.jspecify.annotations.Nullable;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.stereotype.Repository;

/** Waves that a person may try a gate for. */
@Repository
class Subjects {
    private final JdbcClient jdbc;

    Subjects(JdbcClient jdbc) {
        this.jdbc = jdbc;
    }

    /** That wave, or the one opened last, or the first. */
    Subject of(UUID rollout, @Nullable String wave) {
        return jdbc.sql("""
                select r.name as rollout, w.ordinal, w.name as wave, n.name as generation, w.opened_at
                from rollouts r join waves w on w.rollout_id = r.id join generations n on n.id = r.generation_id
                where r.id = :rollout and (:wave::text is null or w.name = :wave)
                order by w.opened_at desc nulls last, w.ordinal limit 1
                """)
                .param("rollout", rollout)
                .param("wave", wave)
                .query((row, _) -> {
                    var opened = row.getObject("opened_at", OffsetDateTime.class);
                    return new Subject(
                            rollout,
                            row.getString("rollout"),
                            row.getInt("ordinal"),
                            row.getString("wave"),
                            row.getString("generation"),
                            opened == null ? null : opened.toInstant());
                })
                .optional()
                .orElseThrow(() -> new InvalidField(
                        wave == null ? "/rolloutId" : "/wave", "there is no such rollout, or it has no such wave"));
    }
}
