package dev.breakwater.rollout.engine.plan;

import static org.assertj.core.api.Assertions.assertThat;

import dev.breakwater.rollout.engine.policy.Approvals;
import dev.breakwater.rollout.engine.policy.Budget;
import dev.breakwater.rollout.engine.policy.Clearance;
import dev.breakwater.rollout.engine.policy.Limit;
import dev.breakwater.rollout.engine.policy.Limits;
import dev.breakwater.rollout.engine.policy.OnFailure;
import dev.breakwater.rollout.engine.policy.Policy;
import dev.breakwater.rollout.engine.policy.RollbackPermission;
import dev.breakwater.rollout.engine.policy.RollbackPolicy;
import dev.breakwater.rollout.engine.policy.RollbackScope;
import dev.breakwater.rollout.engine.policy.Spread;
import dev.breakwater.rollout.engine.policy.Trial;
import dev.breakwater.rollout.engine.policy.WavePolicy;
import dev.breakwater.rollout.engine.policy.WaveSize;
import java.time.Duration;
import java.util.ArrayList;
import java.util.Collections;
import java.util.List;
import java.util.Random;
import java.util.Set;
import java.util.UUID;
import java.util.stream.IntStream;
import org.junit.jupiter.api.Test;

class PlannerTest {

    @Test
    void counts_percentages_and_the_rest_share_out_the_fleet() {
        assertThat(sizes(fleet(100), "2", "50%", "rest")).containsExactly(2, 48, 50);
    }

    @Test
    void percentages_are_cumulative_and_of_the_whole() {
        assertThat(sizes(fleet(100), "10%", "30%", "100%")).containsExactly(10, 20, 70);
    }

    @Test
    void the_first_wave_rounds_up_and_later_ones_down() {
        assertThat(sizes(fleet(9), "5%", "50%", "rest")).containsExactly(1, 3, 5);
        assertThat(sizes(fleet(9), "1", "50%", "rest")).containsExactly(1, 3, 5);
    }

    @Test
    void a_count_larger_than_the_fleet_takes_what_there_is() {
        assertThat(sizes(fleet(3), "5")).containsExactly(3);
    }

    @Test
    void a_selector_takes_its_hosts_from_those_left() {
        List<Candidate> fleet = new ArrayList<>(fleet(10));
        fleet.replaceAll(host -> host.name().endsWith("3") || host.name().endsWith("4") ? matching(host, 1) : host);
        Plan plan = plan(fleet, "1", "selector: env=canary", "rest");
        assertThat(plan.waves().get(1).hosts())
                .allMatch(host -> host.name().endsWith("3") || host.name().endsWith("4"));
        assertThat(plan.waves().stream().mapToInt(wave -> wave.hosts().size()).sum())
                .isEqualTo(10);
    }

    @Test
    void every_host_is_placed_once_or_excluded_with_a_reason() {
        List<Candidate> fleet = new ArrayList<>(fleet(20));
        fleet.set(0, excluded(fleet.get(0), "held: audit"));
        fleet.set(1, at(fleet.get(1), "new"));
        Plan plan = plan(fleet, "2", "50%");
        List<String> placed = plan.waves().stream()
                .flatMap(wave -> wave.hosts().stream())
                .map(PlannedHost::name)
                .toList();
        assertThat(placed).hasSize(9).doesNotHaveDuplicates();
        assertThat(plan.excluded())
                .hasSize(11)
                .contains(
                        new Excluded(fleet.get(0).id(), "web-0", "held: audit"),
                        new Excluded(fleet.get(1).id(), "web-1", "runs it already"))
                .extracting(Excluded::why)
                .contains("no wave takes it");
        assertThat(placed)
                .doesNotContainAnyElementsOf(
                        plan.excluded().stream().map(Excluded::name).toList());
    }

    @Test
    void the_same_request_gives_the_same_plan_in_whatever_order_hosts_come() {
        List<Candidate> shuffled = new ArrayList<>(fleet(200));
        Plan plan = plan(shuffled, "2", "50%", "rest");
        Collections.shuffle(shuffled, new Random(1));
        assertThat(plan(shuffled, "2", "50%", "rest")).isEqualTo(plan);
    }

    @Test
    void another_seed_draws_another_canary() {
        List<Set<String>> canaries = IntStream.range(0, 20)
                .mapToObj(seed -> Planner.plan(new PlanRequest(fleet(200), policy("1", "rest"), seed)))
                .map(plan -> Set.of(plan.waves().getFirst().hosts().getFirst().name()))
                .distinct()
                .toList();
        assertThat(canaries).hasSizeGreaterThan(15);
    }

    @Test
    void no_host_is_a_canary_by_its_place_in_the_list() {
        int[] drawn = new int[10];
        for (int seed = 0; seed < 5_000; seed++) {
            Plan plan = Planner.plan(new PlanRequest(fleet(10), policy("1", "rest"), seed));
            String name = plan.waves().getFirst().hosts().getFirst().name();
            drawn[Integer.parseInt(name.substring("web-".length()))]++;
        }
        assertThat(IntStream.of(drawn)).allMatch(times -> times > 400 && times < 600);
    }

    @Test
    void the_hash_tells_any_two_plans_apart() {
        Plan plan = plan(fleet(10), "2", "rest");
        assertThat(plan.planHash())
                .hasSize(64)
                .isEqualTo(plan(fleet(10), "2", "rest").planHash());
        List<Candidate> elsewhere = new ArrayList<>(fleet(10));
        Candidate first = elsewhere.getFirst();
        elsewhere.set(0, new Candidate(first.id(), first.name(), "old", "newer", null, Set.of()));
        assertThat(List.of(
                        plan.planHash(),
                        plan(fleet(10), "3", "rest").planHash(),
                        plan(fleet(9), "2", "rest").planHash(),
                        plan(elsewhere, "2", "rest").planHash()))
                .doesNotHaveDuplicates();
    }

    @Test
    void what_a_host_runs_now_does_not_change_what_the_plan_does() {
        List<Candidate> moved =
                fleet(10).stream().map(host -> at(host, "other")).toList();
        assertThat(plan(moved, "2", "rest").planHash())
                .isEqualTo(plan(fleet(10), "2", "rest").planHash());
    }

    @Test
    void an_empty_wave_is_named_and_stops_the_plan() {
        Plan plan = plan(fleet(3), "3", "rest");
        assertThat(plan.runnable()).isFalse();
        assertThat(plan.lint()).contains(Lint.error("wave w1 is empty"));
    }

    @Test
    void a_plan_without_hosts_stops() {
        assertThat(plan(List.of(), "3", "rest").lint()).containsExactly(Lint.error("no host can be moved"));
    }

    @Test
    void a_last_wave_of_over_half_the_fleet_without_soak_is_a_warning() {
        Policy hasty = policy(null, Duration.ZERO, "2", "rest");
        Plan plan = Planner.plan(new PlanRequest(fleet(10), hasty, 1));
        assertThat(plan.runnable()).isTrue();
        assertThat(plan.lint()).contains(Lint.warning("wave w1 has over half of the hosts and no soak"));
        Policy half = policy(null, Duration.ZERO, "50%", "rest");
        assertThat(Planner.plan(new PlanRequest(fleet(10), half, 1)).lint()).isEmpty();
    }

    @Test
    void a_limit_that_rounds_to_nobody_stops_the_plan() {
        Policy starving = policy(Limit.parse("maxUnavailable", "5%"), Duration.ofMinutes(1), "2", "rest");
        assertThat(Planner.plan(new PlanRequest(fleet(19), starving, 1)).lint())
                .containsExactly(Lint.error("maxUnavailable 5% of 19 hosts is none: no host could ever move"));
        assertThat(Planner.plan(new PlanRequest(fleet(20), starving, 1)).lint()).isEmpty();
    }

    @Test
    void a_wave_that_can_never_settle_enough_hosts_stops_the_plan() {
        Budget demanding = new Budget(Limit.none(), new Limit.Absolute(3));
        WavePolicy canary = new WavePolicy(
                "canary", WaveSize.parse("2"), Duration.ofMinutes(1), Duration.ofMinutes(1), demanding, Clearance.NONE);
        Policy policy = policy(null, List.of(canary));
        assertThat(Planner.plan(new PlanRequest(fleet(2), policy, 1)).lint())
                .contains(Lint.error("wave canary needs 3 hosts to settle and has 2"));
        WavePolicy exact = new WavePolicy(
                "canary", WaveSize.parse("3"), Duration.ofMinutes(1), Duration.ofMinutes(1), demanding, Clearance.NONE);
        assertThat(Planner.plan(new PlanRequest(fleet(3), policy(null, List.of(exact)), 1))
                        .lint())
                .noneMatch(lint -> lint.level() == Lint.Level.ERROR);
    }

    private static List<Candidate> fleet(int hosts) {
        return IntStream.range(0, hosts)
                .mapToObj(i ->
                        new Candidate(new UUID(0x0190_0000_0000_7000L, i), "web-" + i, "old", "new", null, Set.of()))
                .toList();
    }

    private static Candidate matching(Candidate host, int wave) {
        return new Candidate(host.id(), host.name(), host.from(), host.to(), null, Set.of(wave));
    }

    private static Candidate excluded(Candidate host, String why) {
        return new Candidate(host.id(), host.name(), host.from(), host.to(), why, Set.of());
    }

    private static Candidate at(Candidate host, String from) {
        return new Candidate(host.id(), host.name(), from, host.to(), null, Set.of());
    }

    private static List<Integer> sizes(List<Candidate> fleet, String... sizes) {
        return plan(fleet, sizes).waves().stream()
                .map(wave -> wave.hosts().size())
                .toList();
    }

    private static Plan plan(List<Candidate> fleet, String... sizes) {
        return Planner.plan(new PlanRequest(fleet, policy(sizes), 42));
    }

    private static Policy policy(String... sizes) {
        return policy(null, Duration.ofMinutes(1), sizes);
    }

    private static Policy policy(Limit maxUnavailable, Duration soak, String... sizes) {
        List<WavePolicy> waves = IntStream.range(0, sizes.length)
                .mapToObj(i -> new WavePolicy(
                        "w" + i,
                        WaveSize.parse(sizes[i]),
                        soak,
                        Duration.ofMinutes(1),
                        Budget.of(Limit.none()),
                        Clearance.NONE))
                .toList();
        return policy(maxUnavailable, waves);
    }

    private static Policy policy(Limit maxUnavailable, List<WavePolicy> waves) {
        RollbackPolicy rollback = new RollbackPolicy(
                OnFailure.ROLLBACK,
                RollbackPermission.ALLOWED,
                RollbackScope.ROLLOUT,
                Duration.ofMinutes(1),
                null,
                Limit.none());
        return new Policy(
                waves,
                Limits.unavailable(maxUnavailable),
                Spread.NONE,
                Trial.of(1, Duration.ZERO),
                Approvals.ONE,
                rollback);
    }
}
