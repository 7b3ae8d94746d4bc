package dev.breakwater.rollout.store;

import static dev.breakwater.rollout.store.Columns.at;

import java.time.Instant;
import java.util.List;
import java.util.UUID;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.stereotype.Repository;

/** Hosts of waves on offer whose last claim was put off. */
@Repository
public class PutOffStore {
    private final JdbcClient jdbc;

    PutOffStore(JdbcClient jdbc) {
        this.jdbc = jdbc;
    }

    /** By what they were told, the most frequent first. */
    public List<PutOff> waiting(UUID rollout) {
        return jdbc.sql("""
                select rh.put_off as code, count(*) as hosts
                from rollout_hosts rh join waves w on w.rollout_id = rh.rollout_id and w.ordinal = rh.wave and w.directive = 'OFFER'
                where rh.rollout_id = :rollout and rh.put_off is not null and rh.state in ('PENDING', 'OFFERED')
                group by 1 order by 2 desc, 1
                """)
                .param("rollout", rollout)
                .query((row, _) -> new PutOff(row.getString("code"), row.getInt("hosts")))
                .list();
    }

    /** Hosts on offer, and those that move already. */
    public int couldMove(UUID rollout, Instant now) {
        return jdbc.sql("""
                select count(*) from rollout_host_states(:rollout, :now) s where s.state in ('OFFERED', 'CLAIMED')
                """)
                .param("rollout", rollout)
                .param("now", at(now))
                .query(Integer.class)
                .single();
    }

    public record PutOff(String code, int hosts) {}
}
