package dev.breakwater.rollout.engine;

import static dev.breakwater.rollout.engine.Given.ALICE;
import static dev.breakwater.rollout.engine.Given.NOON;
import static dev.breakwater.rollout.engine.Given.SOAKED;
import static dev.breakwater.rollout.engine.Given.rollout;
import static org.assertj.core.api.Assertions.assertThat;

import dev.breakwater.rollout.engine.Command.Direct;
import dev.breakwater.rollout.engine.Command.Quarantine;
import dev.breakwater.rollout.engine.Command.Release;
import dev.breakwater.rollout.engine.Command.RetryHosts;
import dev.breakwater.rollout.engine.Outcome.Ignored;
import dev.breakwater.rollout.engine.Outcome.Moved;
import dev.breakwater.rollout.engine.Outcome.Refused;
import dev.breakwater.rollout.engine.Outcome.Transition;
import dev.breakwater.rollout.engine.Phase.AwaitingApproval;
import dev.breakwater.rollout.engine.Phase.Cancelled;
import dev.breakwater.rollout.engine.Phase.Completed;
import dev.breakwater.rollout.engine.Phase.Halted;
import dev.breakwater.rollout.engine.Phase.PauseReason;
import dev.breakwater.rollout.engine.Phase.Paused;
import dev.breakwater.rollout.engine.Phase.Rolling;
import dev.breakwater.rollout.engine.Phase.RollingBack;
import dev.breakwater.rollout.engine.Phase.Scheduled;
import dev.breakwater.rollout.engine.Phase.Soaking;
import dev.breakwater.rollout.engine.Phase.Superseded;
import dev.breakwater.rollout.engine.Verdict.Result;
import dev.breakwater.rollout.engine.policy.OnFailure;
import dev.breakwater.rollout.engine.policy.Policy;
import dev.breakwater.rollout.engine.policy.RollbackScope;
import java.util.List;
import org.junit.jupiter.api.Test;

class VerbsTest {

    private static final Event PAUSE = new Event.Pause(PauseReason.MANUAL, ALICE);

    @Test
    void who_did_it_and_why_is_on_the_trail() {
        Decision decision = decide(rollout(new Rolling(0), "2 offered", "9 pending"), PAUSE);
        assertThat(decision.outcome())
                .isEqualTo(new Moved(List.of(new Transition(
                        new Rolling(0), new Paused(new Rolling(0), PauseReason.MANUAL, "because"), ALICE))));
    }

    @Test
    void pausing_grants_no_claim_and_withdraws_nothing() {
        Decision decision = decide(rollout(new Rolling(0), "2 offered", "9 pending"), PAUSE);
        assertThat(decision.next().grantsClaims()).isFalse();
        assertThat(decision.commands()).noneMatch(Direct.class::isInstance);
        assertThat(decision.next().waves().get(0).directive()).isEqualTo(Directive.OFFER);
    }

    @Test
    void while_paused_nothing_opens_whatever_settles() {
        Rollout paused = rollout(new Paused(new Soaking(0, SOAKED), PauseReason.MANUAL, ""), "2 settled", "9 pending");
        Decision decision = Engine.decide(paused, new Event.Tick(), SOAKED.plusSeconds(1));
        assertThat(decision.next().phase()).isEqualTo(paused.phase());
    }

    @Test
    void a_paused_soak_begins_anew() {
        Rollout paused = rollout(new Paused(new Soaking(0, NOON), PauseReason.MANUAL, ""), "2 settled", "9 pending");
        assertThat(decide(paused, new Event.Resume(ALICE)).next().phase()).isEqualTo(new Soaking(0, SOAKED));
    }

    @Test
    void a_paused_schedule_resumes_and_starts_if_its_time_has_come() {
        Paused paused = new Paused(new Scheduled(NOON), PauseReason.MANUAL, "");
        Decision decision = decide(rollout(paused, "2 pending", "9 pending"), new Event.Resume(ALICE));
        assertThat(((Moved) decision.outcome()).transitions())
                .extracting(Transition::to)
                .containsExactly(new Scheduled(NOON), new Rolling(0));
    }

    @Test
    void promoting_skips_what_remains_of_the_soak() {
        Decision decision = decide(rollout(new Soaking(0, SOAKED), "2 settled", "9 pending"), new Event.Promote(ALICE));
        assertThat(decision.next().phase()).isEqualTo(new Rolling(1));
        assertThat(decision.next().waves().get(0).verdict())
                .isEqualTo(new Verdict(Result.PASS, "promoted by alice: because"));
    }

    @Test
    void promoting_does_not_skip_hosts_that_may_still_answer() {
        Rollout waiting = rollout(new Rolling(0), "1 settled, 1 offered", "9 pending");
        assertThat(decide(waiting, new Event.Promote(ALICE)).outcome())
                .isEqualTo(
                        new Refused("wave canary cannot be promoted: 1 of 2 needed hosts settled, 1 still to answer"));
    }

    @Test
    void promoting_passes_over_hosts_that_are_all_offline() {
        Decision decision = decide(rollout(new Rolling(0), "2 deferred", "9 pending"), new Event.Promote(ALICE));
        assertThat(decision.next().phase()).isEqualTo(new Rolling(1));
    }

    @Test
    void promoting_a_failing_wave_is_refused() {
        Rollout failing = rollout(new Soaking(0, SOAKED), "1 settled, 1 failed", "9 pending");
        assertThat(decide(failing, new Event.Promote(ALICE)).outcome())
                .isEqualTo(new Refused("wave canary cannot be promoted: 1 of 2 hosts failed, the budget is 0"));
    }

    @Test
    void approving_opens_the_next_wave_in_the_approvers_name() {
        Decision decision =
                decide(rollout(new AwaitingApproval(0), "2 settled", "9 pending"), new Event.Approve(ALICE));
        assertThat(decision.outcome())
                .isEqualTo(new Moved(List.of(new Transition(new AwaitingApproval(0), new Rolling(1), ALICE))));
    }

    @Test
    void approving_what_has_changed_since_is_refused() {
        Rollout changed = rollout(new AwaitingApproval(0), "1 settled, 1 claimed", "9 pending");
        assertThat(decide(changed, new Event.Approve(ALICE)).outcome())
                .isEqualTo(new Refused(
                        "wave canary has changed since it asked: 1 of 2 needed hosts settled, 1 still to answer"));
    }

    @Test
    void approving_the_last_wave_completes_the_rollout() {
        Decision decision =
                decide(rollout(new AwaitingApproval(1), "2 settled", "9 settled"), new Event.Approve(ALICE));
        assertThat(decision.next().phase()).isEqualTo(new Completed());
        assertThat(decision.commands()).contains(new Release());
    }

    @Test
    void rejecting_halts_and_condemns_nothing() {
        Decision decision = decide(rollout(new AwaitingApproval(0), "2 settled", "9 pending"), new Event.Reject(ALICE));
        assertThat(decision.next().phase()).isEqualTo(new Halted(0, false, "because"));
        assertThat(decision.next().waves().get(0).verdict())
                .isEqualTo(new Verdict(Result.FAIL, "rejected by alice: because"));
        assertThat(decision.commands()).contains(new Direct(0, Directive.WAIT)).noneMatch(Quarantine.class::isInstance);
    }

    @Test
    void halting_withdraws_what_was_offered_and_no_more() {
        Decision decision = decide(rollout(new Rolling(1), "2 settled", "9 offered"), new Event.Halt(ALICE));
        assertThat(decision.commands())
                .containsExactlyInAnyOrder(
                        new Direct(0, Directive.WAIT), new Direct(1, Directive.WAIT), new Command.WakeAt(NOON));
        assertThat(decide(decision.next(), new Event.Halt(ALICE)).outcome())
                .isEqualTo(new Ignored("it is halted already"));
    }

    @Test
    void a_person_may_roll_back_what_has_not_failed() {
        Decision decision =
                decide(rollout(new Soaking(1, SOAKED), "2 settled", "9 settled"), new Event.RollBack(ALICE));
        assertThat(decision.next().phase()).isEqualTo(new RollingBack(1, "because"));
        assertThat(decision.next().waves().get(1).verdict())
                .isEqualTo(new Verdict(Result.FAIL, "rolled back by alice: because"));
        assertThat(decision.commands()).noneMatch(Quarantine.class::isInstance);
    }

    @Test
    void a_retry_offers_the_failed_wave_again_under_a_fresh_epoch() {
        Decision decision = decide(
                rollout(new Halted(1, false, "over budget"), "2 settled", "7 settled, 2 failed"),
                new Event.Retry(ALICE));
        assertThat(decision.next().phase()).isEqualTo(new Rolling(1));
        assertThat(decision.commands())
                .startsWith(new Direct(0, Directive.OFFER), new Direct(1, Directive.OFFER), new RetryHosts(1));
        assertThat(((Moved) decision.outcome()).transitions())
                .as("the failures that were counted before are not held against it")
                .hasSize(1);
    }

    @Test
    void a_retry_begins_at_the_first_wave_that_failed_and_opens_the_later_ones_in_their_turn() {
        Rollout failed = Engine.decide(
                        rollout(haltOnFailure(), new Rolling(1), "1 settled, 1 failed", "9 settled"),
                        new Event.Tick(),
                        NOON)
                .next();
        Decision again = decide(failed, new Event.Retry(ALICE));
        assertThat(again.next().phase()).isEqualTo(new Rolling(0));
        assertThat(again.next().waves().get(1).state()).isEqualTo(WaveState.PENDING);
        assertThat(again.next().waves().get(1).directive()).isEqualTo(Directive.WAIT);
        Rollout mended = again.next().counting(List.of(Given.counts("2 settled"), Given.counts("9 settled")));
        Rollout soaked = Engine.decide(mended, new Event.Tick(), NOON).next();
        Decision onward = Engine.decide(soaked, new Event.Tick(), SOAKED);
        assertThat(onward.commands()).contains(new Direct(1, Directive.OFFER), new RetryHosts(1));
    }

    @Test
    void a_failed_rollback_may_be_tried_again_but_there_is_no_way_forward_from_it() {
        Rollout stuck = rollout(new Halted(1, true, "stuck"), "2 rolled_back", "9 rolling_back, 1 stuck");
        for (Event verb : List.of(new Event.Retry(ALICE), new Event.RollBack(ALICE))) {
            Decision decision = decide(stuck, verb);
            assertThat(decision.next().phase()).isEqualTo(new RollingBack(1, "because"));
            assertThat(decision.commands())
                    .contains(new Direct(1, Directive.ROLLBACK), new RetryHosts(0), new RetryHosts(1));
        }
    }

    @Test
    void cancelling_leaves_hosts_as_they_are_and_asks_nothing_more() {
        Decision decision =
                decide(rollout(new Rolling(0), "1 claimed, 1 offered", "9 pending"), new Event.Cancel(ALICE));
        assertThat(decision.next().phase()).isEqualTo(new Cancelled());
        assertThat(decision.commands())
                .containsExactly(new Direct(0, Directive.DONE), new Direct(1, Directive.DONE), new Release());
        assertThat(decision.next().waves()).extracting(Wave::state).containsOnly(WaveState.SKIPPED);
    }

    @Test
    void a_rollback_is_not_cancelled_but_superseded() {
        Rollout back = rollout(new RollingBack(0, "over budget"), "2 rolling_back", "9 pending");
        assertThat(decide(back, new Event.Cancel(ALICE)).outcome())
                .isEqualTo(new Refused("it is rolling back; halt it first"));
        assertThat(decide(back, new Event.Supersede(ALICE)).next().phase()).isEqualTo(new Superseded());
    }

    @Test
    void a_refused_verb_changes_nothing() {
        Rollout draft = rollout(new Phase.Draft(), "2 pending", "9 pending");
        Decision decision = decide(draft, new Event.Halt(ALICE));
        assertThat(decision).isEqualTo(new Decision(draft, List.of(), new Refused("no wave has opened; cancel it")));
    }

    private static Policy haltOnFailure() {
        return Given.policy(
                OnFailure.HALT, RollbackScope.ROLLOUT, Given.wave("canary", "2", "0"), Given.wave("rest", "rest", "1"));
    }

    private static Decision decide(Rollout rollout, Event event) {
        return Engine.decide(rollout, event, NOON);
    }
}
