package dev.breakwater.rollout.gate;

import java.util.List;
import java.util.UUID;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.stereotype.Repository;

/** The hosts of a wave that have been moved: those whose behaviour says something about the generation. */
@Repository
class MovedHosts {
    static final int MOST = 500;

    private final JdbcClient jdbc;

    MovedHosts(JdbcClient jdbc) {
        this.jdbc = jdbc;
    }

    List<String> of(UUID rollout, int wave) {
        var names = jdbc.sql("""
                select h.name from rollout_hosts rh join hosts h on h.id = rh.host_id
                where rh.rollout_id = :rollout and rh.wave = :wave and rh.touched order by h.name limit :limit
                """)
                .param("rollout", rollout)
                .param("wave", wave)
                .param("limit", MOST + 1)
                .query((row, _) -> row.getString("name"))
                .list();
        if (names.size() > MOST) {
            throw new Unreachable("more than %d hosts of the wave have moved: choose them by a label instead of $hosts"
                    .formatted(MOST));
        }
        return names;
    }
}
