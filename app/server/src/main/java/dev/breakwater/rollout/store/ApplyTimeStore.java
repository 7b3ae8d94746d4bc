package dev.breakwater.rollout.store;

import java.time.Duration;
import java.util.Optional;
import java.util.UUID;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.stereotype.Repository;

/** How long hosts took from their claim until they had settled, in the newest rollouts of a platform. */
@Repository
public class ApplyTimeStore {
    private final JdbcClient jdbc;

    ApplyTimeStore(JdbcClient jdbc) {
        this.jdbc = jdbc;
    }

    /** Of at most 500 hosts of each of the last 20 rollouts that were completed; empty where there are none. */
    public Optional<ApplyTime> measured(UUID generation) {
        return jdbc.sql("""
                with past as (
                    select r.id from rollouts r join generations g on g.id = r.generation_id
                    where r.phase = 'COMPLETED' and g.platform = (select platform from generations where id = :generation)
                    order by r.id desc limit 20)
                select count(*) as hosts,
                       percentile_cont(0.5) within group (order by seconds) as median,
                       percentile_cont(0.95) within group (order by seconds) as p95
                from past cross join lateral (
                    select extract(epoch from rh.finished_at - rh.claimed_at)::float8 as seconds from rollout_hosts rh
                    where rh.rollout_id = past.id and rh.state = 'SETTLED' and rh.claimed_at <= rh.finished_at limit 500) took
                """)
                .param("generation", generation)
                .query((row, _) -> row.getInt("hosts") == 0
                        ? Optional.<ApplyTime>empty()
                        : Optional.of(new ApplyTime(
                                seconds(row.getDouble("median")), seconds(row.getDouble("p95")), row.getInt("hosts"))))
                .single();
    }

    private static Duration seconds(double seconds) {
        return Duration.ofSeconds(Math.round(seconds));
    }

    /** {@code p95}: all but one host in twenty were as fast. */
    public record ApplyTime(Duration median, Duration p95, int hosts) {}
}
