package dev.breakwater.rollout.engine;

import static dev.breakwater.rollout.engine.Given.ALICE;
import static dev.breakwater.rollout.engine.Given.NOON;
import static dev.breakwater.rollout.engine.Given.SOAKED;
import static dev.breakwater.rollout.engine.Given.rollout;
import static org.assertj.core.api.Assertions.assertThat;

import dev.breakwater.rollout.engine.Command.Direct;
import dev.breakwater.rollout.engine.Command.Release;
import dev.breakwater.rollout.engine.Command.WakeAt;
import dev.breakwater.rollout.engine.Event.Start;
import dev.breakwater.rollout.engine.Event.Tick;
import dev.breakwater.rollout.engine.Outcome.Moved;
import dev.breakwater.rollout.engine.Outcome.Transition;
import dev.breakwater.rollout.engine.Outcome.Unchanged;
import dev.breakwater.rollout.engine.Phase.AwaitingApproval;
import dev.breakwater.rollout.engine.Phase.Completed;
import dev.breakwater.rollout.engine.Phase.Draft;
import dev.breakwater.rollout.engine.Phase.Rolling;
import dev.breakwater.rollout.engine.Phase.Scheduled;
import dev.breakwater.rollout.engine.Phase.Soaking;
import dev.breakwater.rollout.engine.policy.OnFailure;
import dev.breakwater.rollout.engine.policy.Policy;
import dev.breakwater.rollout.engine.policy.RollbackScope;
import java.time.Duration;
import java.time.Instant;
import java.util.List;
import org.junit.jupiter.api.Test;

class ForwardTest {

    @Test
    void a_draft_has_all_its_hosts_before_it() {
        Rollout draft = Rollout.draft(Given.policy(), List.of(2, 9));
        assertThat(draft.phase()).isEqualTo(new Draft());
        assertThat(draft.waves()).allMatch(wave -> wave.state() == WaveState.PENDING && !wave.opened());
        assertThat(draft.waves())
                .extracting(wave -> wave.counts().of(HostState.PENDING))
                .containsExactly(2, 9);
        assertThat(draft.grantsClaims()).isFalse();
    }

    @Test
    void starting_offers_the_first_wave_and_no_other() {
        Decision decision = Engine.decide(rollout(new Draft(), "2 pending", "9 pending"), new Start(null, ALICE), NOON);
        assertThat(decision.next().phase()).isEqualTo(new Rolling(0));
        assertThat(decision.next().grantsClaims()).isTrue();
        assertThat(decision.next().waves().get(0).openedAt()).isEqualTo(NOON);
        assertThat(decision.commands()).containsExactly(new Direct(0, Directive.OFFER), new WakeAt(NOON));
    }

    @Test
    void a_start_in_the_future_is_kept_until_its_very_time() {
        Rollout draft = rollout(new Draft(), "2 pending", "9 pending");
        Decision decision = Engine.decide(draft, new Start(SOAKED, ALICE), NOON);
        assertThat(decision.next().phase()).isEqualTo(new Scheduled(SOAKED));
        assertThat(decision.commands()).containsExactly(new WakeAt(SOAKED));
        assertThat(tick(decision.next(), SOAKED.minusNanos(1)).outcome()).isEqualTo(new Unchanged());
        assertThat(tick(decision.next(), SOAKED).next().phase()).isEqualTo(new Rolling(0));
    }

    @Test
    void a_start_in_the_past_is_a_start() {
        Rollout draft = rollout(new Draft(), "2 pending", "9 pending");
        assertThat(Engine.decide(draft, new Start(NOON, ALICE), NOON).next().phase())
                .isEqualTo(new Rolling(0));
    }

    @Test
    void a_wave_whose_hosts_have_settled_soaks_from_then_on() {
        Decision decision = tick(rollout(new Rolling(0), "2 settled", "9 pending"), NOON);
        assertThat(decision.next().phase()).isEqualTo(new Soaking(0, SOAKED));
        assertThat(decision.next().soakUntil(0)).isEqualTo(SOAKED);
        assertThat(decision.next().soakUntil(1)).isNull();
        assertThat(decision.next().waves().get(0).state()).isEqualTo(WaveState.SOAKING);
        assertThat(decision.commands()).containsExactly(new WakeAt(SOAKED));
    }

    @Test
    void the_next_wave_opens_when_the_soak_is_over_and_not_before() {
        Rollout soaking = rollout(new Soaking(0, SOAKED), "2 settled", "9 pending");
        assertThat(tick(soaking, SOAKED.minusNanos(1)).outcome()).isEqualTo(new Unchanged());
        Decision decision = tick(soaking, SOAKED);
        assertThat(decision.next().phase()).isEqualTo(new Rolling(1));
        assertThat(decision.next().waves().get(0).state()).isEqualTo(WaveState.PASSED);
        assertThat(decision.commands()).contains(new Direct(1, Directive.OFFER));
    }

    @Test
    void a_passed_wave_keeps_its_offer_for_hosts_that_return() {
        Decision decision = tick(rollout(new Soaking(0, SOAKED), "2 settled, 1 deferred", "9 pending"), SOAKED);
        assertThat(decision.next().waves().get(0).directive()).isEqualTo(Directive.OFFER);
        assertThat(decision.next().waves().get(0).admitsDeferred()).isTrue();
    }

    @Test
    void hosts_that_return_do_not_join_a_wave_that_soaks() {
        Wave soaking = rollout(new Soaking(0, SOAKED), "1 settled, 1 deferred", "9 pending")
                .waves()
                .get(0);
        Wave open = rollout(new Rolling(0), "1 settled, 1 deferred", "9 pending")
                .waves()
                .get(0);
        assertThat(soaking.admitsDeferred()).isFalse();
        assertThat(open.admitsDeferred()).isTrue();
    }

    @Test
    void a_settled_host_in_doubt_reopens_its_wave_and_the_soak_begins_anew() {
        Decision doubt = tick(rollout(new Soaking(0, SOAKED), "1 settled, 1 claimed", "9 pending"), NOON);
        assertThat(doubt.next().phase()).isEqualTo(new Rolling(0));
        assertThat(doubt.next().waves().get(0).state()).isEqualTo(WaveState.OPEN);
        Rollout proved = rollout(new Rolling(0), "2 settled", "9 pending");
        Instant later = NOON.plusSeconds(300);
        assertThat(tick(proved, later).next().phase()).isEqualTo(new Soaking(0, SOAKED.plusSeconds(300)));
    }

    @Test
    void a_wave_that_asks_for_approval_waits_for_it_after_its_soak() {
        Policy policy =
                Given.policy(OnFailure.ROLLBACK, RollbackScope.ROLLOUT, Given.approved(Given.wave("canary", "2", "0")));
        Decision decision = tick(rollout(policy, new Soaking(0, SOAKED), "2 settled"), SOAKED);
        assertThat(decision.next().phase()).isEqualTo(new AwaitingApproval(0));
        assertThat(decision.next().waves().get(0).state()).isEqualTo(WaveState.SOAKING);
    }

    @Test
    void the_rollout_completes_with_its_last_wave_and_lets_go_of_its_hosts() {
        Decision decision = tick(rollout(new Soaking(1, SOAKED), "2 settled", "9 settled"), SOAKED);
        assertThat(decision.next().phase()).isEqualTo(new Completed());
        assertThat(decision.commands()).containsExactly(new Release());
        assertThat(decision.next().waves()).allMatch(wave -> wave.directive() == Directive.OFFER);
    }

    @Test
    void a_wave_of_nobody_is_passed_straight_on_and_every_step_is_told() {
        Decision decision = tick(rollout(new Rolling(0), "2 skipped", "9 pending"), NOON);
        assertThat(decision.outcome())
                .isEqualTo(new Moved(List.of(new Transition(
                        new Rolling(0), new Rolling(1), Cause.engine("no host of the wave is left to move")))));
        Decision both = tick(rollout(new Rolling(0), "2 skipped", "9 skipped"), NOON);
        assertThat(both.next().phase()).isEqualTo(new Completed());
        assertThat(((Moved) both.outcome()).transitions()).hasSize(2);
    }

    @Test
    void a_wave_without_soak_passes_when_its_hosts_have_settled() {
        Policy policy = Given.policy(
                OnFailure.ROLLBACK,
                RollbackScope.ROLLOUT,
                Given.soaking(Given.wave("canary", "2", "0"), Duration.ZERO),
                Given.wave("rest", "rest", "1"));
        Decision decision = tick(rollout(policy, new Rolling(0), "2 settled", "9 pending"), NOON);
        assertThat(((Moved) decision.outcome()).transitions())
                .extracting(Transition::to)
                .containsExactly(new Soaking(0, NOON), new Rolling(1));
    }

    @Test
    void the_next_deadline_wakes_the_rollout() {
        Rollout rolling = rollout(new Rolling(0), "", "9 pending");
        Rollout due =
                rolling.counting(List.of(Given.due("2 offered", NOON.plusSeconds(90)), Given.counts("9 pending")));
        assertThat(tick(due, NOON).commands()).containsExactly(new WakeAt(NOON.plusSeconds(90)));
        assertThat(tick(due, NOON.plusSeconds(91)).commands())
                .as("a deadline that should have passed is looked for again soon")
                .containsExactly(new WakeAt(NOON.plusSeconds(92)));
    }

    @Test
    void the_same_rows_give_the_same_decision() {
        Rollout rollout = rollout(new Soaking(0, SOAKED), "2 settled", "9 pending");
        assertThat(tick(rollout, SOAKED)).isEqualTo(tick(rollout, SOAKED));
        Rollout once = tick(rollout, NOON).next();
        assertThat(tick(once, NOON).next()).isEqualTo(once);
    }

    private static Decision tick(Rollout rollout, Instant now) {
        return Engine.decide(rollout, new Tick(), now);
    }
}
