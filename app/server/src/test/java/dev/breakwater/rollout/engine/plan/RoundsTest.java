package dev.breakwater.rollout.engine.plan;

import static dev.breakwater.rollout.engine.plan.Fleets.perDomain;
import static dev.breakwater.rollout.engine.plan.Fleets.plan;
import static dev.breakwater.rollout.engine.plan.Fleets.policy;
import static dev.breakwater.rollout.engine.plan.Fleets.sites;
import static org.assertj.core.api.Assertions.assertThat;

import dev.breakwater.rollout.engine.policy.Limit;
import dev.breakwater.rollout.engine.policy.Limits;
import dev.breakwater.rollout.engine.policy.Spread;
import java.util.List;
import org.junit.jupiter.api.Test;

class RoundsTest {
    private static final Spread BY_SITE = new Spread(List.of("site"), List.of());

    @Test
    void a_wave_without_limits_moves_at_once_and_an_empty_one_not_at_all() {
        assertThat(rounds(Limits.NONE, "10", "rest")).containsExactly(1, 0);
    }

    @Test
    void what_does_not_divide_takes_one_round_more() {
        assertThat(rounds(away("3"), "3", "rest")).containsExactly(1, 3);
        assertThat(rounds(away("5"), "3", "rest")).containsExactly(1, 2);
    }

    @Test
    void a_share_is_one_of_the_whole_plan_and_not_of_the_wave() {
        assertThat(rounds(away("20%"), "2", "rest")).containsExactly(1, 4);
    }

    @Test
    void the_slowest_failure_domain_decides() {
        var policy = policy(BY_SITE, perDomain("2"), "rest");
        assertThat(plan(sites(BY_SITE, 7, 3), policy, 1).rounds()).containsExactly(4);
    }

    @Test
    void the_stricter_of_both_limits_decides() {
        var limits = new Limits(Limit.parse("maxUnavailable", "1"), Limit.parse("maxUnavailablePerDomain", "2"), null);
        var policy = policy(BY_SITE, limits, "rest");
        assertThat(plan(sites(BY_SITE, 7, 3), policy, 1).rounds()).containsExactly(10);
    }

    @Test
    void a_limit_that_rounds_to_nobody_is_counted_as_one_and_stops_the_plan_elsewhere() {
        assertThat(rounds(away("5%"), "rest")).containsExactly(10);
    }

    private static List<Integer> rounds(Limits limits, String... sizes) {
        return plan(sites(BY_SITE, 10), policy(BY_SITE, limits, sizes), 1).rounds();
    }

    private static Limits away(String limit) {
        return Limits.unavailable(Limit.parse("maxUnavailable", limit));
    }
}
