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

/** How many hosts of each wave stand where, as the engine sees them: sums that are kept (wave_tallies), whatever the number of hosts. */
@Repository
public class CountStore {
    private final JdbcClient jdbc;

    CountStore(JdbcClient jdbc) {
        this.jdbc = jdbc;
    }

    /**
     * Rollouts whose plan has not been written yet are left out. What time makes of hosts is as the last look at their wave bounds it:
     * no deadline passes before the next look, and all settled hosts have reported at least since then.
     */
    public List<StateCount> count(Collection<UUID> rollouts, Instant now, Duration freshFor) {
        return jdbc.sql("""
                select c.*,
                       case when (c.state in ('OFFERED', 'CLAIMED') and w.directive = 'OFFER') or (c.state = 'ROLLING_BACK' and c.hosts > c.owed)
                                 or (c.state = 'SETTLED' and w.directive = 'OFFER' and w.state in ('OPEN', 'SOAKING'))
                            then coalesce(w.look_at, :now) end as next_deadline,
                       case when c.state = 'SETTLED' then coalesce(w.heard_since + :fresh::interval, :now::timestamptz - interval '1 us') end
                           as stale_since
                from wave_counts(:rollouts, :now) c join waves w on w.rollout_id = c.rollout_id and w.ordinal = c.wave
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

    /** Sums are appended to by whoever moves a host. For those who hold the rollout's row. */
    public void fold(UUID rollout) {
        jdbc.sql("select fold_tallies(:rollout)").param("rollout", rollout).query(_ -> {});
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
