package dev.breakwater.rollout.engine.plan;

import static dev.breakwater.rollout.engine.plan.Fleets.plan;
import static dev.breakwater.rollout.engine.plan.Fleets.policy;
import static dev.breakwater.rollout.engine.plan.Fleets.sites;
import static org.assertj.core.api.Assertions.assertThat;

import dev.breakwater.rollout.engine.policy.Limit;
import dev.breakwater.rollout.engine.policy.Limits;
import dev.breakwater.rollout.engine.policy.Policy;
import dev.breakwater.rollout.engine.policy.Rate;
import dev.breakwater.rollout.engine.policy.Spread;
import dev.breakwater.rollout.engine.policy.Trial;
import java.time.Duration;
import java.util.List;
import org.junit.jupiter.api.Test;

/** Waves of the fixture soak for a minute each. */
class PaceTest {
    private static final Duration APPLY = Duration.ofMinutes(10);
    private static final Spread BY_SITE = new Spread(List.of("site"), List.of());

    @Test
    void without_limits_all_hosts_of_a_wave_take_as_long_as_one() {
        assertThat(pace(10, Limits.NONE, "2", "rest")).containsExactly(minutes(11), minutes(11));
    }

    @Test
    void so_many_at_once_take_turns() {
        assertThat(pace(10, Limits.unavailable(Limit.parse("maxUnavailable", "3")), "2", "rest"))
                .containsExactly(minutes(11), minutes(31));
    }

    @Test
    void the_last_host_that_the_start_rate_lets_through_counts() {
        assertThat(pace(10, starting("2/min"), "3", "rest")).containsExactly(minutes(12), minutes(14));
        assertThat(pace(10, starting("10/min"), "3", "rest")).containsExactly(minutes(11), minutes(11));
    }

    @Test
    void the_slower_of_turns_and_start_rate_decides() {
        var both = new Limits(Limit.parse("maxUnavailable", "4"), null, Rate.parse("startRate", "1/min"));
        assertThat(pace(4, both, "rest")).containsExactly(minutes(3 + 10 + 1));
        assertThat(pace(9, both, "rest")).containsExactly(minutes(3 * 10 + 1));
    }

    @Test
    void the_last_wave_soaks_for_the_final_soak() {
        var base = policy(BY_SITE, Limits.NONE, "2", "rest");
        var patient = new Policy(
                base.waves(),
                base.limits(),
                base.spread(),
                Trial.of(1, Duration.ofHours(1)),
                base.approvals(),
                base.rollback());
        assertThat(Pace.of(plan(sites(BY_SITE, 10), patient, 1), patient, APPLY))
                .containsExactly(minutes(11), minutes(70));
    }

    @Test
    void a_wave_without_hosts_takes_its_soak() {
        assertThat(pace(2, Limits.NONE, "2", "rest").getLast()).isEqualTo(minutes(1));
    }

    private static List<Duration> pace(int hosts, Limits limits, String... sizes) {
        var policy = policy(BY_SITE, limits, sizes);
        return Pace.of(plan(sites(BY_SITE, hosts), policy, 1), policy, APPLY);
    }

    private static Limits starting(String rate) {
        return new Limits(null, null, Rate.parse("startRate", rate));
    }

    private static Duration minutes(int minutes) {
        return Duration.ofMinutes(minutes);
    }
}
