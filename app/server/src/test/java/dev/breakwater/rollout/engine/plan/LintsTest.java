package dev.breakwater.rollout.engine.plan;

import static dev.breakwater.rollout.engine.plan.Fleets.host;
import static dev.breakwater.rollout.engine.plan.Fleets.perDomain;
import static dev.breakwater.rollout.engine.plan.Fleets.plan;
import static dev.breakwater.rollout.engine.plan.Fleets.policy;
import static dev.breakwater.rollout.engine.plan.Fleets.sites;
import static dev.breakwater.rollout.engine.plan.Lint.error;
import static dev.breakwater.rollout.engine.plan.Lint.warning;
import static org.assertj.core.api.Assertions.assertThat;

import dev.breakwater.rollout.engine.policy.Budget;
import dev.breakwater.rollout.engine.policy.Clearance;
import dev.breakwater.rollout.engine.policy.Limit;
import dev.breakwater.rollout.engine.policy.Limits;
import dev.breakwater.rollout.engine.policy.Policy;
import dev.breakwater.rollout.engine.policy.RollbackPolicy;
import dev.breakwater.rollout.engine.policy.Spread;
import dev.breakwater.rollout.engine.policy.WavePolicy;
import dev.breakwater.rollout.engine.policy.WaveSize;
import java.time.Duration;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Set;
import org.junit.jupiter.api.Test;

class LintsTest {

    private static final Spread BY_SITE = new Spread(List.of("site"), List.of());

    @Test
    void a_canary_that_can_see_little_says_how_little() {
        assertThat(lint(sites(BY_SITE, 40), "3", "50%", "rest"))
                .containsExactly(warning(
                        "3 healthy hosts of wave w0 would miss a defect that hits 1 host in 10 in 73 % of cases"));
        assertThat(lint(sites(BY_SITE, 40), "7", "50%", "rest")).isEmpty();
        assertThat(lint(sites(BY_SITE, 29), "3", "50%", "rest")).isEmpty();
    }

    @Test
    void a_wave_that_would_move_more_of_a_site_than_may_be_away_names_the_site() {
        Plan plan = plan(sites(BY_SITE, 10, 10, 10), policy(BY_SITE, perDomain("1"), "4", "rest"), 1);
        assertThat(plan.runnable()).isFalse();
        assertThat(plan.lint())
                .extracting(Lint::message)
                .anyMatch(message -> message.startsWith("wave w0 would move 2 hosts of site=s")
                        && message.endsWith("give it fewer hosts and add waves, or spread over more domains"));
        assertThat(plan(sites(BY_SITE, 10, 10, 10), policy(BY_SITE, perDomain("1"), "3", "rest"), 1)
                        .runnable())
                .isTrue();
    }

    @Test
    void a_later_share_is_kept_within_the_limit_of_a_site_by_claims_and_not_by_the_plan() {
        assertThat(plan(sites(BY_SITE, 20, 20), policy(BY_SITE, perDomain("1"), "2", "50%", "rest"), 1)
                        .runnable())
                .isTrue();
    }

    @Test
    void a_wave_of_one_site_is_seen_to_hit_it_hard() {
        List<Candidate> fleet = new ArrayList<>(sites(BY_SITE, 10, 30));
        fleet.replaceAll(each -> each.traits().domain().contains("site=s0") ? matching(each, 1) : each);
        assertThat(lint(fleet, "7", "selector: site=s0", "rest"))
                .contains(warning("wave w1 is 80 % of site=s0 and 20 % of all hosts"));
    }

    @Test
    void a_limit_of_a_site_that_rounds_to_nobody_names_the_site() {
        assertThat(plan(sites(BY_SITE, 4, 40), policy(BY_SITE, perDomain("10%"), "1", "rest"), 1)
                        .lint())
                .contains(error("maxUnavailablePerDomain 10% of 4 hosts of site=s0 is none: they could never move"));
    }

    @Test
    void a_budget_that_allows_as_many_to_stay_down_as_may_be_away_names_the_wave() {
        String warned = "wave w1 may lose 1 host and go on, but maxUnavailable 1 stops it at 1 host that stay down";
        assertThat(plan(sites(Spread.NONE, 20), withMaxUnavailable("1"), 1).lint())
                .contains(warning(warned));
        assertThat(plan(sites(Spread.NONE, 20), withMaxUnavailable("2"), 1).lint())
                .doesNotContain(warning(warned));
    }

    @Test
    void a_limit_per_domain_without_domains_says_what_it_means() {
        assertThat(plan(sites(Spread.NONE, 9), policy(Spread.NONE, perDomain("1"), "2", "rest"), 1)
                        .lint())
                .containsExactly(
                        warning("maxUnavailablePerDomain without spreadBy counts all hosts as one failure domain"));
    }

    @Test
    void hosts_without_the_label_to_spread_by_are_counted() {
        List<Candidate> fleet = new ArrayList<>(sites(BY_SITE, 4, 4));
        fleet.add(host(100, Map.of(), BY_SITE));
        assertThat(lint(fleet, "1", "50%", "rest"))
                .containsExactly(warning("1 hosts have no label site: together they count as one failure domain"));
    }

    @Test
    void silent_hosts_of_a_wave_are_counted() {
        List<Candidate> fleet = new ArrayList<>(sites(BY_SITE, 10));
        fleet.replaceAll(LintsTest::silent);
        assertThat(lint(fleet, "1", "50%", "rest"))
                .contains(warning("no host of wave w0 has been heard of late: it would wait for a person"));
        fleet.set(0, host(0, Map.of("site", "s0"), BY_SITE));
        assertThat(lint(fleet, "100%"))
                .contains(warning(
                        "9 of 10 hosts of wave w0 (90 %) have not been heard of late and would be left for later"));
    }

    @Test
    void over_half_of_the_hosts_after_nothing_was_watched_is_a_warning() {
        assertThat(hasty(Clearance.NONE))
                .contains(
                        warning(
                                "wave rest has over half of the hosts, and wave first before it neither soaks nor is approved"));
        assertThat(hasty(Clearance.APPROVAL)).noneMatch(lint -> lint.message().contains("before it"));
        assertThat(lint(sites(BY_SITE, 10), "rest"))
                .containsExactly(
                        warning("wave w0 comes first and has over half of the hosts: no canary goes before them"));
    }

    @Test
    void a_rollback_limit_that_rounds_to_nobody_goes_host_by_host() {
        Policy policy = policy(BY_SITE, Limits.NONE, "7", "rest");
        RollbackPolicy going = policy.rollback();
        RollbackPolicy slowly = new RollbackPolicy(
                going.onFailure(),
                going.permission(),
                going.scope(),
                going.deadline(),
                new Limit.Share(5),
                Limit.none());
        Policy limited = new Policy(
                policy.waves(), policy.limits(), policy.spread(), policy.trial(), policy.approvals(), slowly);
        assertThat(plan(sites(BY_SITE, 10), limited, 1).lint())
                .contains(warning("rollbackMaxUnavailable 5% of 10 hosts is none: a rollback would go host by host"));
    }

    private static List<Lint> hasty(Clearance first) {
        WavePolicy before = new WavePolicy(
                "first", WaveSize.parse("1"), Duration.ZERO, Duration.ofMinutes(1), Budget.of(Limit.none()), first);
        WavePolicy after = new WavePolicy(
                "rest",
                WaveSize.parse("rest"),
                Duration.ofMinutes(1),
                Duration.ofMinutes(1),
                Budget.of(Limit.none()),
                Clearance.NONE);
        return plan(sites(BY_SITE, 9), policy(BY_SITE, Limits.NONE, List.of(before, after)), 1)
                .lint();
    }

    private static List<Lint> lint(List<Candidate> fleet, String... sizes) {
        return plan(fleet, policy(BY_SITE, Limits.NONE, sizes), 1).lint();
    }

    /** A canary that may lose nobody, then a wave that may lose one. */
    private static Policy withMaxUnavailable(String limit) {
        List<WavePolicy> waves =
                new ArrayList<>(policy(Spread.NONE, Limits.NONE, "1", "rest").waves());
        WavePolicy rest = waves.getLast();
        Budget one = Budget.of(Limit.parse("maxFailed", "1"));
        waves.set(1, new WavePolicy(rest.name(), rest.size(), rest.soak(), rest.deadline(), one, rest.clearance()));
        return policy(Spread.NONE, Limits.unavailable(Limit.parse("maxUnavailable", limit)), waves);
    }

    private static Candidate silent(Candidate host) {
        return new Candidate(host.id(), host.name(), host.from(), host.to(), null, host.traits(), true);
    }

    private static Candidate matching(Candidate host, int wave) {
        Traits traits = new Traits(host.traits().domain(), List.of(), Set.of(wave));
        return new Candidate(host.id(), host.name(), host.from(), host.to(), null, traits, false);
    }
}
