package dev.breakwater.rollout.engine;

import static dev.breakwater.rollout.engine.Given.NOON;
import static dev.breakwater.rollout.engine.Given.SOAKED;
import static dev.breakwater.rollout.engine.Given.rollout;
import static org.assertj.core.api.Assertions.assertThat;

import dev.breakwater.rollout.engine.Command.Direct;
import dev.breakwater.rollout.engine.Command.Quarantine;
import dev.breakwater.rollout.engine.Command.Release;
import dev.breakwater.rollout.engine.Command.WakeAt;
import dev.breakwater.rollout.engine.Event.Tick;
import dev.breakwater.rollout.engine.Outcome.Moved;
import dev.breakwater.rollout.engine.Outcome.Unchanged;
import dev.breakwater.rollout.engine.Phase.AwaitingApproval;
import dev.breakwater.rollout.engine.Phase.Halted;
import dev.breakwater.rollout.engine.Phase.PauseReason;
import dev.breakwater.rollout.engine.Phase.Paused;
import dev.breakwater.rollout.engine.Phase.RolledBack;
import dev.breakwater.rollout.engine.Phase.Rolling;
import dev.breakwater.rollout.engine.Phase.RollingBack;
import dev.breakwater.rollout.engine.Phase.Soaking;
import dev.breakwater.rollout.engine.policy.Approvals;
import dev.breakwater.rollout.engine.policy.Limit;
import dev.breakwater.rollout.engine.policy.Limits;
import dev.breakwater.rollout.engine.policy.OnFailure;
import dev.breakwater.rollout.engine.policy.Policy;
import dev.breakwater.rollout.engine.policy.RollbackPermission;
import dev.breakwater.rollout.engine.policy.RollbackPolicy;
import dev.breakwater.rollout.engine.policy.RollbackScope;
import dev.breakwater.rollout.engine.policy.Spread;
import dev.breakwater.rollout.engine.policy.Trial;
import java.time.Duration;
import java.util.List;
import org.junit.jupiter.api.Test;

class FailureTest {

    private static final String WHY = "wave rest: 2 of 9 hosts failed, the budget is 1";

    @Test
    void a_failing_wave_is_quarantined_and_every_opened_wave_taken_back() {
        Decision decision = tick(rollout(new Rolling(1), "2 settled", "5 settled, 2 failed, 2 offered"));
        assertThat(decision.next().phase()).isEqualTo(new RollingBack(1, WHY));
        assertThat(decision.commands())
                .containsExactly(
                        new Quarantine(WHY),
                        new Direct(0, Directive.ROLLBACK),
                        new Direct(1, Directive.ROLLBACK),
                        new WakeAt(NOON));
        assertThat(decision.next().waves().get(1).state()).isEqualTo(WaveState.FAILED);
        assertThat(decision.next().waves().get(1).verdict())
                .isEqualTo(Verdict.fail("2 of 9 hosts failed, the budget is 1"));
        assertThat(decision.next().waves().get(0).state()).isEqualTo(WaveState.PASSED);
        assertThat(decision.next().grantsClaims()).isTrue();
    }

    @Test
    void waves_that_never_opened_are_skipped() {
        Decision decision = tick(rollout(new Rolling(0), "2 failed", "9 pending"));
        assertThat(decision.next().waves().get(1).state()).isEqualTo(WaveState.SKIPPED);
        assertThat(decision.commands()).contains(new Direct(1, Directive.DONE));
    }

    @Test
    void counts_from_before_the_rollback_do_not_conclude_it() {
        Decision decision = tick(rollout(new Rolling(0), "1 failed, 1 offered", "9 pending"));
        assertThat(decision.next().phase()).isInstanceOf(RollingBack.class);
        assertThat(((Moved) decision.outcome()).transitions()).hasSize(1);
    }

    @Test
    void halting_on_failure_withdraws_every_offer_and_waits() {
        Policy policy = Given.policy(
                OnFailure.HALT, RollbackScope.ROLLOUT, Given.wave("canary", "2", "0"), Given.wave("rest", "rest", "1"));
        Decision decision = tick(rollout(policy, new Rolling(1), "2 settled", "7 settled, 2 failed"));
        assertThat(decision.next().phase()).isEqualTo(new Halted(1, false, WHY));
        assertThat(decision.commands())
                .contains(new Quarantine(WHY), new Direct(0, Directive.WAIT), new Direct(1, Directive.WAIT));
        assertThat(decision.next().grantsClaims()).isFalse();
    }

    @Test
    void within_the_scope_of_a_wave_hosts_that_passed_stay() {
        Policy policy = Given.policy(
                OnFailure.ROLLBACK,
                RollbackScope.WAVE,
                Given.wave("canary", "2", "0"),
                Given.wave("rest", "rest", "1"));
        Decision decision = tick(rollout(policy, new Rolling(1), "2 settled", "7 settled, 2 failed"));
        assertThat(decision.commands()).contains(new Direct(0, Directive.DONE), new Direct(1, Directive.ROLLBACK));
        assertThat(decision.next().waves().get(0).state()).isEqualTo(WaveState.PASSED);
    }

    @Test
    void a_wave_that_passed_can_still_fail_the_rollout() {
        Decision decision = tick(rollout(new Rolling(1), "1 settled, 1 failed", "9 settled"));
        assertThat(decision.next().phase())
                .isEqualTo(new RollingBack(0, "wave canary: 1 of 2 hosts failed, the budget is 0"));
        assertThat(decision.next().waves()).extracting(Wave::state).containsOnly(WaveState.FAILED);
    }

    @Test
    void a_late_failure_within_the_budget_of_its_wave_is_none() {
        Policy policy = Given.policy(
                OnFailure.ROLLBACK,
                RollbackScope.ROLLOUT,
                Given.wave("canary", "2", "1"),
                Given.wave("rest", "rest", "1"));
        Decision decision = tick(rollout(policy, new Rolling(1), "1 settled, 1 failed", "8 settled, 1 claimed"));
        assertThat(decision.outcome()).isEqualTo(new Unchanged());
    }

    @Test
    void failure_strikes_while_a_wave_soaks_waits_for_approval_or_is_paused() {
        for (Phase phase : List.of(
                new Soaking(1, SOAKED),
                new AwaitingApproval(1),
                new Paused(new Rolling(1), PauseReason.MANUAL, "lunch"))) {
            Decision decision = tick(rollout(phase, "2 settled", "7 settled, 2 silent"));
            assertThat(decision.next().phase()).as(phase.name()).isInstanceOf(RollingBack.class);
        }
    }

    @Test
    void a_rollback_ends_when_every_touched_host_is_back() {
        Rollout back = rollout(new RollingBack(1, WHY), "2 rolled_back", "6 rolled_back, 1 rolling_back, 2 skipped");
        assertThat(tick(back).outcome()).isEqualTo(new Unchanged());
        Decision decision = tick(rollout(new RollingBack(1, WHY), "2 rolled_back", "7 rolled_back, 2 skipped"));
        assertThat(decision.next().phase()).isEqualTo(new RolledBack());
        assertThat(decision.commands()).containsExactly(new Release());
        assertThat(decision.next().waves()).extracting(Wave::state).containsOnly(WaveState.ROLLED_BACK);
    }

    @Test
    void hosts_past_their_rollback_deadline_are_owed_and_block_nobody() {
        Decision decision =
                tick(rollout(new RollingBack(1, WHY), "2 rolled_back", "6 rolled_back, 1 rolling_back, 1 owed"));
        assertThat(decision.next().phase()).isEqualTo(new RolledBack());
        assertThat(((Moved) decision.outcome()).transitions())
                .extracting(step -> step.cause().reason())
                .containsExactly("8 hosts back on their last good generation, 1 owed");
    }

    @Test
    void a_rollback_that_fails_beyond_its_budget_halts() {
        Decision decision = tick(rollout(new RollingBack(1, WHY), "2 rolled_back", "7 rolling_back, 1 stuck"));
        assertThat(decision.next().phase())
                .isEqualTo(new Halted(1, true, "1 of 9 hosts failed to roll back, the budget is 0"));
        assertThat(decision.commands()).contains(new Direct(0, Directive.WAIT), new Direct(1, Directive.WAIT));
    }

    @Test
    void the_rollback_budget_is_of_the_hosts_taken_back() {
        RollbackPolicy lenient = new RollbackPolicy(
                OnFailure.ROLLBACK,
                RollbackPermission.ALLOWED,
                RollbackScope.ROLLOUT,
                Given.DEADLINE,
                null,
                new Limit.Share(25));
        Policy policy = new Policy(
                Given.policy().waves(), Limits.NONE, Spread.NONE, Trial.of(1, Duration.ZERO), Approvals.ONE, lenient);
        Rollout two = rollout(policy, new RollingBack(1, WHY), "2 rolled_back", "6 rolling_back, 2 stuck");
        Rollout three = rollout(policy, new RollingBack(1, WHY), "2 rolled_back", "6 rolling_back, 3 stuck");
        assertThat(tick(two).outcome()).isEqualTo(new Unchanged());
        assertThat(tick(three).next().phase()).isInstanceOf(Halted.class);
    }

    private static Decision tick(Rollout rollout) {
        return Engine.decide(rollout, new Tick(), NOON);
    }
}
