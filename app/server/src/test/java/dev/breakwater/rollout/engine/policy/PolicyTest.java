package dev.breakwater.rollout.engine.policy;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.time.Duration;
import java.util.ArrayList;
import java.util.List;
import org.assertj.core.api.ThrowableAssert.ThrowingCallable;
import org.junit.jupiter.api.Test;

class PolicyTest {

    private static final Duration MINUTE = Duration.ofMinutes(1);
    private static final RollbackPolicy ROLLBACK = new RollbackPolicy(
            OnFailure.ROLLBACK, RollbackPermission.ALLOWED, RollbackScope.ROLLOUT, MINUTE, null, Limit.none());

    @Test
    void a_policy_needs_a_wave() {
        refuses(() -> policy(), "waves", "must name at least one wave");
    }

    @Test
    void fifty_waves_are_enough() {
        List<WavePolicy> waves = new ArrayList<>();
        for (int i = 0; i < 51; i++) {
            waves.add(wave("wave " + i, "1"));
        }
        assertThat(policy(waves.subList(0, 50)).waves()).hasSize(50);
        refuses(() -> policy(waves), "waves", "must not be more than 50");
    }

    @Test
    void names_are_there_short_and_unique() {
        refuses(() -> wave(" ", "1"), "name", "must not be empty");
        refuses(() -> wave("x".repeat(64), "1"), "name", "must not be longer than 63 characters");
        refuses(
                () -> policy(wave("canary", "1"), wave("canary", "rest")),
                "waves/1/name",
                "must be unique, 'canary' is used twice");
    }

    @Test
    void the_rest_comes_last() {
        refuses(() -> policy(wave("all", "rest"), wave("more", "5")), "waves/0/size", "rest is for the last wave only");
    }

    @Test
    void percentages_are_cumulative_and_must_grow() {
        assertThat(policy(wave("a", "10%"), wave("b", "3"), wave("c", "50%"), wave("d", "100%"))
                        .waves())
                .hasSize(4);
        refuses(
                () -> policy(wave("a", "50%"), wave("b", "2"), wave("c", "50%")),
                "waves/2/size",
                "percentages are cumulative and must increase: 50% after 50%");
    }

    @Test
    void a_soak_may_be_nothing_but_not_less_and_ends_within_a_month() {
        assertThat(wave(Duration.ZERO, MINUTE).soak()).isZero();
        refuses(() -> wave(MINUTE.negated(), MINUTE), "soak", "must not be negative");
        refuses(() -> wave(Duration.ofDays(31), MINUTE), "soak", "must not exceed PT720H");
    }

    @Test
    void a_deadline_is_longer_than_nothing_and_ends_within_a_month() {
        refuses(() -> wave(MINUTE, Duration.ZERO), "deadline", "must be longer than zero");
        refuses(() -> wave(MINUTE, MINUTE.negated()), "deadline", "must be longer than zero");
        refuses(() -> wave(MINUTE, Duration.ofDays(31)), "deadline", "must not exceed PT720H");
        refuses(() -> rollbackWithin(Duration.ZERO), "rollbackDeadline", "must be longer than zero");
        refuses(() -> rollbackWithin(Duration.ofDays(31)), "rollbackDeadline", "must not exceed PT720H");
    }

    @Test
    void one_healthy_report_at_least_proves_a_host() {
        refuses(() -> policy(0, Duration.ZERO), "minHealthy", "must be at least 1");
        refuses(() -> policy(101, Duration.ZERO), "minHealthy", "must not exceed 100");
    }

    @Test
    void every_limit_is_itself_allowed() {
        assertThat(wave("x".repeat(63), "1").name()).hasSize(63);
        assertThat(wave(Duration.ofDays(30), Duration.ofDays(30)).deadline()).isEqualTo(Duration.ofDays(30));
        assertThat(rollbackWithin(Duration.ofDays(30)).deadline()).isEqualTo(Duration.ofDays(30));
        assertThat(policy(100, Duration.ofDays(30)).trial().finalSoak()).isEqualTo(Duration.ofDays(30));
        assertThat(WaveSize.parse("1000000")).isEqualTo(new WaveSize.Count(1_000_000));
        assertThat(WaveSize.parse("1%")).isEqualTo(new WaveSize.Percent(1));
        refuses(() -> new Limit.Share(101), "percent", "must be between 0 and 100");
        refuses(() -> new Limit.Share(-1), "percent", "must be between 0 and 100");
        refuses(() -> new Limit.Absolute(-1), "hosts", "must not be negative");
    }

    @Test
    void the_last_wave_soaks_for_the_longer_of_its_own_and_the_final_soak() {
        Policy policy = policy(1, Duration.ofHours(1));
        assertThat(policy.soakOf(0)).isEqualTo(MINUTE);
        assertThat(policy.soakOf(1)).isEqualTo(Duration.ofHours(1));
        assertThat(policy(1, Duration.ofSeconds(1)).soakOf(1)).isEqualTo(MINUTE);
        refuses(() -> policy(1, MINUTE.negated()), "finalSoak", "must not be negative");
        refuses(() -> policy(1, Duration.ofDays(31)), "finalSoak", "must not exceed PT720H");
    }

    @Test
    void newcomers_join_on_the_terms_of_the_last_wave_and_soak_as_long() {
        Policy joined = policy(1, Duration.ofHours(1)).joinedByNewcomers();
        assertThat(joined.waves()).extracting(WavePolicy::name).containsExactly("canary", "rest", "newcomers");
        assertThat(joined.waves().getLast().size()).hasToString("newcomers");
        assertThat(List.of(joined.soakOf(0), joined.soakOf(1), joined.soakOf(2)))
                .containsExactly(MINUTE, Duration.ofHours(1), Duration.ofHours(1));
        assertThat(joined.shortest()).isEqualTo(Duration.ofMinutes(61));
    }

    @Test
    void nobody_knows_how_many_newcomers_there_will_be_so_that_no_number_of_them_must_settle() {
        Budget some = new Budget(new Limit.Absolute(3), new Limit.Absolute(10));
        assertThat(some.ofUncounted()).isEqualTo(Budget.of(new Limit.Absolute(3)));
        Budget share = new Budget(Limit.none(), new Limit.Share(90));
        assertThat(share.ofUncounted()).isEqualTo(share);
    }

    @Test
    void no_rollout_is_shorter_than_its_soaks() {
        assertThat(policy(1, Duration.ofHours(1)).shortest()).isEqualTo(Duration.ofMinutes(61));
    }

    @Test
    void a_rule_can_be_told_from_where_it_was_broken() {
        InvalidPolicy inner = new InvalidPolicy("soak", "must not be negative");
        assertThat(inner.under("waves/3")).hasMessage("waves/3/soak: must not be negative");
    }

    private static void refuses(ThrowingCallable call, String field, String rule) {
        assertThatThrownBy(call).isInstanceOfSatisfying(InvalidPolicy.class, invalid -> {
            assertThat(invalid.field()).isEqualTo(field);
            assertThat(invalid.rule()).isEqualTo(rule);
        });
    }

    private static RollbackPolicy rollbackWithin(Duration deadline) {
        return new RollbackPolicy(
                OnFailure.HALT, RollbackPermission.ALLOWED, RollbackScope.WAVE, deadline, null, Limit.none());
    }

    private static Policy policy(int minHealthy, Duration finalSoak) {
        return new Policy(
                List.of(wave("canary", "1"), wave("rest", "rest")),
                Limits.NONE,
                Spread.NONE,
                Trial.of(minHealthy, finalSoak),
                Approvals.ONE,
                ROLLBACK);
    }

    private static Policy policy(WavePolicy... waves) {
        return policy(List.of(waves));
    }

    private static Policy policy(List<WavePolicy> waves) {
        return new Policy(waves, Limits.NONE, Spread.NONE, Trial.of(1, Duration.ZERO), Approvals.ONE, ROLLBACK);
    }

    private static WavePolicy wave(Duration soak, Duration deadline) {
        return new WavePolicy("w", WaveSize.parse("1"), soak, deadline, Budget.of(Limit.none()), Clearance.NONE);
    }

    private static WavePolicy wave(String name, String size) {
        return new WavePolicy(name, WaveSize.parse(size), MINUTE, MINUTE, Budget.of(Limit.none()), Clearance.NONE);
    }
}
