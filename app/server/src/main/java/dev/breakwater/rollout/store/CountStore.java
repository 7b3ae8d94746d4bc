package dev.breakwater.rollout.store;

import static dev.breakwater.rollout.store.Columns.at;
import static dev.breakwater.rollout.store.Columns.instant;
import static dev.breakwater.rollout.store.Columns.interval;
import static dev.breakwater.rollout.store.Columns.uuid;

import dev.breakwater.rollout.engine.Counts;
import dev.breakwater.rollout.engine.HostState;
import java.time.Duration;
import java.time.Instant;
import java.util.Collection;
import java.util.Comparator;
import java.util.EnumMap;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.UUID;
import java.util.stream.Stream;
import org.jspecify.annotations.Nullable;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.stereotype.Repository;

/** Counts hosts per wave and state, as the engine sees them. One pass over a rollout's rows, no row leaves the database. */
@Repository
public class CountStore {
    private final JdbcClient jdbc;

    CountStore(JdbcClient jdbc) {
        this.jdbc = jdbc;
    }

    /** Rollouts whose plan has not been written yet are left out. */
    public List<StateCount> count(Collection<UUID> rollouts, Instant now, Duration freshFor) {
        return jdbc.sql("""
                select r.id as rollout_id, s.wave, s.state, count(*) as hosts,
                       count(*) filter (where s.touched) as touched,
                       count(*) filter (where s.state = 'ROLLING_BACK' and s.deadline_at <= :now) as owed,
                       count(*) filter (where s.state = 'ROLLING_BACK' and s.rollback_failed) as rollback_failed,
                       min(s.deadline_at) filter (where s.deadline_at > :now or s.state <> 'ROLLING_BACK') as next_deadline,
                       min(s.last_report_at) filter (where s.state = 'SETTLED') + :fresh::interval as stale_since
                from unnest(:rollouts) as r (id)
                cross join lateral rollout_host_states(r.id, :now) s
                group by r.id, s.wave, s.state
                """)
                .param("rollouts", rollouts.toArray(UUID[]::new))
                .param("now", at(now))
                .param("fresh", interval(freshFor))
                .query((row, _) -> new StateCount(
                        uuid(row, "rollout_id"),
                        row.getInt("wave"),
                        HostState.valueOf(row.getString("state")),
                        row.getInt("hosts"),
                        new Counts.Facts(
                                row.getInt("touched"),
                                row.getInt("owed"),
                                row.getInt("rollback_failed"),
                                instant(row, "next_deadline"),
                                past(instant(row, "stale_since"), now))))
                .list();
    }

    /** One group of hosts in the same wave and state. */
    public record StateCount(UUID rolloutId, int wave, HostState state, int hosts, Counts.Facts facts) {}

    public static Counts wave(List<StateCount> counts, int wave) {
        Map<HostState, Integer> hosts = new EnumMap<>(HostState.class);
        var ofWave = counts.stream().filter(count -> count.wave() == wave).toList();
        ofWave.forEach(count -> hosts.put(count.state(), count.hosts()));
        return new Counts(hosts, facts(ofWave.stream().map(StateCount::facts).toList()));
    }

    private static Counts.Facts facts(List<Counts.Facts> facts) {
        return new Counts.Facts(
                facts.stream().mapToInt(Counts.Facts::touched).sum(),
                facts.stream().mapToInt(Counts.Facts::owed).sum(),
                facts.stream().mapToInt(Counts.Facts::rollbackFailed).sum(),
                earliest(facts.stream().map(Counts.Facts::nextDeadline)),
                earliest(facts.stream().map(Counts.Facts::staleSince)));
    }

    private static @Nullable Instant earliest(Stream<@Nullable Instant> instants) {
        return instants.filter(Objects::nonNull).min(Comparator.naturalOrder()).orElse(null);
    }

    private static @Nullable Instant past(@Nullable Instant instant, Instant now) {
        return instant != null && instant.isBefore(now) ? instant : null;
    }
}
