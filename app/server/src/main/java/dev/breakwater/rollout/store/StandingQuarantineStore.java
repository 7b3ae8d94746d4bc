package dev.breakwater.rollout.store;

import java.util.List;
import java.util.UUID;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.stereotype.Repository;

/** Standing quarantines of a generation, for planning many hosts at once. */
@Repository
public class StandingQuarantineStore {
    private final JdbcClient jdbc;

    StandingQuarantineStore(JdbcClient jdbc) {
        this.jdbc = jdbc;
    }

    public List<Quarantined> standing(UUID generation) {
        return jdbc.sql("""
                select selector, reason from quarantines where generation_id = :generation and released_at is null order by at
                """)
                .param("generation", generation)
                .query((row, _) -> new Quarantined(row.getString("selector"), row.getString("reason")))
                .list();
    }

    public record Quarantined(String selector, String reason) {}
}
