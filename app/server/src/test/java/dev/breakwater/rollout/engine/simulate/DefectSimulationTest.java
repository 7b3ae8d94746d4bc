package dev.breakwater.rollout.engine.simulate;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.within;

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
import java.util.List;
import java.util.OptionalInt;
import java.util.stream.IntStream;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

class DefectSimulationTest {

    /** The published figures of the beta-binomial rule: 200 hosts one after another, 1 % expected, no other budget. */
    @ParameterizedTest
    @CsvSource({
        "0.01, 0.005, 200, 0.01, 2",
        "0.05, 0.72, 125, 0.04, 8",
        "0.1, 0.999, 42, 0.01, 4",
        "0.3, 1, 8, 0.001, 1"
    })
    void one_wave_is_stopped_as_often_and_as_late_as_the_table_says(
            double rate, double detected, double moved, double often, double late) {
        Forecast forecast = forecast(policy("1", wave("all", "rest", "100%")), List.of(200), rate);
        assertThat(1 - forecast.completed()).isCloseTo(detected, within(often));
        assertThat(forecast.moved().mean()).isCloseTo(moved, within(late));
        assertThat(forecast.stopped()).hasSize(1);
    }

    @Test
    void a_canary_that_may_not_fail_misses_a_defect_of_one_in_ten_as_often_as_powers_say() {
        Policy policy = policy(null, wave("canary", "3", "0"), wave("rest", "rest", "100%"));
        Forecast forecast = forecast(policy, List.of(3, 7), 0.1);
        assertThat(forecast.stopped().getFirst()).isCloseTo(1 - Math.pow(0.9, 3), within(0.02));
    }

    @Test
    void without_a_limit_a_whole_wave_is_on_its_way_when_the_first_host_breaks() {
        Forecast forecast = forecast(policy(null, wave("all", "rest", "0")), List.of(1_000), 0.1);
        assertThat(forecast.moved().p05()).isEqualTo(1_000);
        assertThat(forecast.hit().mean()).isCloseTo(100, within(3.0));
        assertThat(forecast.hit().p05()).isBetween(78, 90);
        assertThat(forecast.hit().p95()).isBetween(110, 122);
        assertThat(forecast.completed()).isZero();
    }

    /** One host has broken already when the wave stops, and 999 are on their way: what is left is a binomial draw. */
    @ParameterizedTest
    @CsvSource({"0.02", "0.1", "0.5"})
    void the_interval_of_hosts_hit_is_that_of_the_binomial_distribution(double rate) {
        Forecast.Spread hit = forecast(policy(null, wave("all", "rest", "0")), List.of(1_000), rate)
                .hit();
        assertThat(hit.p05()).isCloseTo(quantile(1_000, rate, 0.05), within(2));
        assertThat(hit.p50()).isCloseTo(quantile(1_000, rate, 0.5), within(2));
        assertThat(hit.p95()).isCloseTo(quantile(1_000, rate, 0.95), within(2));
    }

    @Test
    void nine_plays_in_ten_lie_within_the_interval() {
        List<Run> runs = IntStream.rangeClosed(1, 100)
                .mapToObj(hit -> new Run(200, hit, OptionalInt.empty()))
                .toList();
        Forecast.Spread hit = Forecast.of(runs, 1).hit();
        assertThat(List.of(hit.p05(), hit.p50(), hit.p95())).containsExactly(5, 50, 95);
        assertThat(Forecast.of(runs.subList(0, 1), 1).hit()).isEqualTo(new Forecast.Spread(1, 1, 1, 1));
    }

    @Test
    void no_defect_hits_nobody_and_a_certain_one_stops_at_the_first_host() {
        Policy policy = policy("1", wave("canary", "2", "0"), wave("rest", "rest", "2%"));
        assertThat(forecast(policy, List.of(2, 98), 0).completed()).isEqualTo(1);
        assertThat(forecast(policy, List.of(2, 98), 1).moved().p95()).isEqualTo(1);
    }

    @Test
    void the_same_seed_says_the_same() {
        Policy policy = policy("10%", wave("canary", "2", "0"), wave("rest", "rest", "2%"));
        assertThat(forecast(policy, List.of(2, 98), 0.03)).isEqualTo(forecast(policy, List.of(2, 98), 0.03));
    }

    @Test
    void a_million_hosts_are_played_in_bounded_work() {
        Forecast forecast = forecast(
                policy(null, wave("canary", "1%", "100%"), wave("rest", "rest", "100%")),
                List.of(10_000, 990_000),
                0.005);
        assertThat(forecast.runs()).isGreaterThanOrEqualTo(50).isLessThan(2_000);
    }

    private static int quantile(int hosts, double rate, double share) {
        double probability = Math.pow(1 - rate, hosts);
        double sum = probability;
        int hit = 0;
        while (sum < share) {
            hit++;
            probability *= (hosts - hit + 1.0) / hit * rate / (1 - rate);
            sum += probability;
        }
        return hit;
    }

    private static Forecast forecast(Policy policy, List<Integer> sizes, double rate) {
        return DefectSimulation.forecast(policy, sizes, new Assumed(rate, 2_000, 7));
    }

    private static WavePolicy wave(String name, String size, String maxFailed) {
        Budget budget = Budget.of(Limit.parse("maxFailed", maxFailed));
        return new WavePolicy(
                name, WaveSize.parse(size), Duration.ofMinutes(1), Duration.ofMinutes(1), budget, Clearance.NONE);
    }

    private static Policy policy(String maxUnavailable, WavePolicy... waves) {
        RollbackPolicy rollback = new RollbackPolicy(
                OnFailure.ROLLBACK,
                RollbackPermission.ALLOWED,
                RollbackScope.ROLLOUT,
                Duration.ofMinutes(1),
                null,
                Limit.none());
        Limit limit = maxUnavailable == null ? null : Limit.parse("maxUnavailable", maxUnavailable);
        return new Policy(
                List.of(waves),
                Limits.unavailable(limit),
                Spread.NONE,
                Trial.of(1, Duration.ZERO),
                Approvals.ONE,
                rollback);
    }
}
