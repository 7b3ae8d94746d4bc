package dev.breakwater.rollout.engine;

import static dev.breakwater.rollout.engine.Given.NOON;
import static dev.breakwater.rollout.engine.Given.SOAKED;
import static org.assertj.core.api.Assertions.assertThat;

import dev.breakwater.rollout.engine.Verdict.Result;
import dev.breakwater.rollout.engine.policy.Budget;
import dev.breakwater.rollout.engine.policy.Clearance;
import dev.breakwater.rollout.engine.policy.Limit;
import dev.breakwater.rollout.engine.policy.WavePolicy;
import dev.breakwater.rollout.engine.policy.WaveSize;
import org.junit.jupiter.api.Test;

class JudgeTest {

    @Test
    void one_failure_over_the_budget_fails_the_wave_and_one_within_does_not() {
        assertThat(judge("2%", "39 settled, 1 failed"))
                .isEqualTo(new Verdict(Result.FAIL, "1 of 40 hosts failed, the budget is 0"));
        assertThat(judge("1", "39 settled, 1 failed").result()).isEqualTo(Result.SOAK);
        assertThat(judge("1", "38 settled, 2 failed").why()).isEqualTo("2 of 40 hosts failed, the budget is 1");
    }

    @Test
    void silence_is_failure() {
        assertThat(judge("1", "38 offered, 1 failed, 1 silent"))
                .isEqualTo(new Verdict(Result.FAIL, "2 of 40 hosts failed (1 by silence), the budget is 1"));
    }

    @Test
    void failing_does_not_wait_for_the_others() {
        assertThat(judge("0", "1 failed, 999 pending").result()).isEqualTo(Result.FAIL);
    }

    @Test
    void a_budget_in_percent_is_of_the_whole_wave() {
        assertThat(judge("2%", "98 offered, 2 failed").result()).isEqualTo(Result.WAITING);
        assertThat(judge("2%", "97 offered, 2 failed").result()).isEqualTo(Result.FAIL);
    }

    @Test
    void a_wave_waits_while_a_host_has_yet_to_answer() {
        assertThat(judge("1", "9 settled, 1 claimed"))
                .isEqualTo(new Verdict(Result.WAITING, "9 of 10 needed hosts settled, 1 still to answer"));
        assertThat(judge("1", "9 settled, 1 pending").result()).isEqualTo(Result.WAITING);
        assertThat(judge("1", "9 settled, 1 offered").result()).isEqualTo(Result.WAITING);
    }

    @Test
    void offline_held_and_skipped_hosts_block_nobody() {
        assertThat(judge("0", "2 settled, 5 deferred, 1 held, 1 skipped"))
                .isEqualTo(new Verdict(Result.SOAK, "2 of 2 hosts settled"));
    }

    @Test
    void a_wave_whose_hosts_are_all_offline_has_proved_nothing() {
        assertThat(judge("0", "3 deferred"))
                .isEqualTo(new Verdict(
                        Result.NO_DATA, "0 of 1 needed hosts settled, all others are offline, held or failed"));
    }

    @Test
    void a_wave_whose_hosts_are_all_held_has_proved_nothing() {
        assertThat(judge("0", "3 held, 2 skipped").result()).isEqualTo(Result.NO_DATA);
        assertThat(judge("0", "1 held, 1 deferred").result()).isEqualTo(Result.NO_DATA);
    }

    @Test
    void a_wave_with_nobody_left_to_move_passes_at_once() {
        assertThat(judge("0", "2 skipped")).isEqualTo(new Verdict(Result.PASS, "no host of the wave is left to move"));
        assertThat(judge("0", "").result()).isEqualTo(Result.PASS);
    }

    @Test
    void a_wave_of_which_nobody_can_settle_any_more_fails_even_within_its_budget() {
        assertThat(judge("2", "2 failed"))
                .isEqualTo(new Verdict(Result.FAIL, "0 of 2 hosts settled and 0 more may, 1 are needed"));
        assertThat(judge("2", "2 failed, 1 deferred").result()).isEqualTo(Result.NO_DATA);
    }

    @Test
    void min_settled_lets_a_wave_go_on_without_its_last_hosts() {
        assertThat(judge("1", "90%", "9 settled, 1 claimed").result()).isEqualTo(Result.SOAK);
        assertThat(judge("1", "90%", "8 settled, 2 claimed").result()).isEqualTo(Result.WAITING);
    }

    @Test
    void min_settled_fails_as_soon_as_it_is_out_of_reach() {
        assertThat(judge("5", "9", "4 settled, 4 claimed, 2 failed").result()).isEqualTo(Result.FAIL);
        assertThat(judge("5", "8", "4 settled, 4 claimed, 2 failed").result()).isEqualTo(Result.WAITING);
        assertThat(judge("5", "9", "4 settled, 4 claimed, 1 deferred, 1 failed").result())
                .isEqualTo(Result.WAITING);
        assertThat(judge("5", "9", "4 settled, 4 claimed, 1 held, 1 failed").result())
                .isEqualTo(Result.WAITING);
    }

    @Test
    void a_soak_lasts_to_its_very_end() {
        Wave wave = Given.wave("2 settled");
        assertThat(Judge.judge(wave, SOAKED, SOAKED.minusNanos(1)))
                .isEqualTo(new Verdict(Result.SOAK, "2 of 2 hosts settled and soak until 2026-11-23T12:10:00Z"));
        assertThat(Judge.judge(wave, SOAKED, SOAKED))
                .isEqualTo(new Verdict(Result.PASS, "2 of 2 hosts settled and stayed so through the soak"));
    }

    @Test
    void a_soak_does_not_end_on_stale_data() {
        Wave wave = Given.wave("").counting(Given.stale("2 settled", NOON));
        assertThat(Judge.judge(wave, SOAKED, SOAKED))
                .isEqualTo(new Verdict(
                        Result.SOAK,
                        "2 of 2 hosts settled and have soaked, but one has not reported since 2026-11-23T12:00:00Z"));
    }

    private static Verdict judge(String maxFailed, String counts) {
        return judge(maxFailed, null, counts);
    }

    private static Verdict judge(String maxFailed, String minSettled, String counts) {
        Limit settled = minSettled == null ? null : Limit.parse("minSettled", minSettled);
        Budget budget = new Budget(Limit.parse("maxFailed", maxFailed), settled);
        WavePolicy policy =
                new WavePolicy("canary", WaveSize.parse("rest"), Given.SOAK, Given.DEADLINE, budget, Clearance.NONE);
        Wave wave = Wave.pending(policy, 0).counting(Given.counts(counts));
        return Judge.judge(wave, null, NOON);
    }
}
