package dev.breakwater.rollout.engine;

import static dev.breakwater.rollout.engine.Given.ALICE;
import static dev.breakwater.rollout.engine.Given.NOON;
import static dev.breakwater.rollout.engine.Given.SOAKED;
import static dev.breakwater.rollout.engine.Joined.NEWCOMERS;
import static org.assertj.core.api.Assertions.assertThat;

import dev.breakwater.rollout.engine.Command.Direct;
import dev.breakwater.rollout.engine.Command.Enlist;
import dev.breakwater.rollout.engine.Command.Release;
import dev.breakwater.rollout.engine.Command.RetryHosts;
import dev.breakwater.rollout.engine.Command.WakeAt;
import dev.breakwater.rollout.engine.Event.Tick;
import dev.breakwater.rollout.engine.Phase.AwaitingApproval;
import dev.breakwater.rollout.engine.Phase.Completed;
import dev.breakwater.rollout.engine.Phase.Enlisting;
import dev.breakwater.rollout.engine.Phase.Halted;
import dev.breakwater.rollout.engine.Phase.PauseReason;
import dev.breakwater.rollout.engine.Phase.Paused;
import dev.breakwater.rollout.engine.Phase.Rolling;
import dev.breakwater.rollout.engine.Phase.RollingBack;
import dev.breakwater.rollout.engine.Phase.Soaking;
import java.util.ArrayList;
import java.util.List;
import org.junit.jupiter.api.Test;

class NewcomersTest {

    private static final Rollout LISTING = Joined.rollout(new Enlisting(NEWCOMERS), "2 settled", "2 settled", "");
    private static final Rollout NOBODY = Given.enlisted(LISTING);
    private static final Rollout TWO =
            Given.enlisted(Joined.rollout(new Enlisting(NEWCOMERS), "2 settled", "2 settled", "2 pending"));

    @Test
    void their_wave_has_its_hosts_listed_before_it_opens() {
        Decision decision = tick(Joined.rollout(new Soaking(1, SOAKED), "2 settled", "2 settled", ""));
        assertThat(decision.next().phase()).isEqualTo(new Enlisting(NEWCOMERS));
        assertThat(decision.commands()).containsExactly(new Enlist(NEWCOMERS), new WakeAt(SOAKED.plus(Course.SOON)));
    }

    @Test
    void a_person_who_approves_the_last_planned_wave_lets_them_join() {
        Rollout waiting = Given.rollout(Joined.approved(), new AwaitingApproval(1), "2 settled", "2 settled", "");
        Decision decision = Engine.decide(waiting, new Event.Approve(ALICE), SOAKED);
        assertThat(decision.next().phase()).isEqualTo(new Enlisting(NEWCOMERS));
        assertThat(decision.commands()).contains(new Enlist(NEWCOMERS));
    }

    @Test
    void they_are_asked_for_until_they_are_listed() {
        assertThat(tick(LISTING).commands())
                .containsExactly(new Enlist(NEWCOMERS), new WakeAt(SOAKED.plus(Course.SOON)));
    }

    @Test
    void their_wave_opens_once_they_are_listed() {
        Decision decision = tick(TWO);
        assertThat(decision.next().phase()).isEqualTo(new Rolling(NEWCOMERS));
        assertThat(decision.commands()).contains(new Direct(NEWCOMERS, Directive.OFFER));
    }

    @Test
    void their_wave_is_skipped_where_nobody_has_come() {
        Decision decision = tick(NOBODY);
        assertThat(decision.next().phase()).isEqualTo(new Completed());
        assertThat(decision.next().waves().get(NEWCOMERS).state()).isEqualTo(WaveState.SKIPPED);
        assertThat(decision.commands()).containsExactly(new Release());
    }

    @Test
    void nobody_joins_a_rollout_whose_hosts_fall_back_meanwhile() {
        Decision decision = tick(Joined.rollout(new Enlisting(NEWCOMERS), "1 settled, 1 failed", "2 settled", ""));
        assertThat(decision.next().phase()).isInstanceOf(RollingBack.class);
        assertThat(decision.next().waves().get(NEWCOMERS).directive()).isEqualTo(Directive.DONE);
        assertThat(decision.commands()).doesNotContain(new Enlist(NEWCOMERS));
    }

    @Test
    void those_that_fail_take_the_whole_rollout_back() {
        Decision decision =
                tick(Joined.rollout(new Rolling(NEWCOMERS), "2 settled", "2 settled", "2 failed, 3 settled"));
        assertThat(decision.next().phase()).isInstanceOf(RollingBack.class);
        assertThat(decision.next().waves()).extracting(Wave::directive).containsOnly(Directive.ROLLBACK);
    }

    @Test
    void a_pause_neither_lists_them_nor_forgets_to() {
        Rollout paused = Joined.rollout(
                new Paused(new Enlisting(NEWCOMERS), PauseReason.MANUAL, ""), "2 settled", "2 settled", "");
        assertThat(tick(paused).commands()).noneMatch(Enlist.class::isInstance);
        Decision resumed = Engine.decide(paused, new Event.Resume(ALICE), SOAKED);
        assertThat(resumed.commands()).contains(new Enlist(NEWCOMERS));
    }

    @Test
    void halted_before_they_were_listed_it_lists_them_when_it_is_tried_again() {
        Decision halted = Engine.decide(LISTING, new Event.Halt(ALICE), SOAKED);
        assertThat(halted.next().phase()).isEqualTo(new Halted(NEWCOMERS, false, "because"));
        Decision again = Engine.decide(halted.next(), new Event.Retry(ALICE), SOAKED);
        assertThat(again.next().phase()).isEqualTo(new Enlisting(NEWCOMERS));
        assertThat(again.commands()).contains(new Enlist(NEWCOMERS));
    }

    @Test
    void halted_after_they_were_listed_it_does_not_list_them_again() {
        Decision halted = Engine.decide(TWO, new Event.Halt(ALICE), SOAKED);
        Decision again = Engine.decide(halted.next(), new Event.Retry(ALICE), SOAKED);
        assertThat(again.next().phase()).isEqualTo(new Rolling(NEWCOMERS));
        assertThat(again.commands()).noneMatch(Enlist.class::isInstance);
    }

    @Test
    void after_a_retry_of_an_earlier_wave_theirs_is_opened_again_with_the_hosts_it_has() {
        List<Wave> waves =
                new ArrayList<>(Joined.rollout(new Rolling(NEWCOMERS), "2 settled", "2 settled", "1 silent, 1 settled")
                        .waves());
        waves.replaceAll(wave -> wave.enlisted(true));
        waves.set(NEWCOMERS, waves.get(NEWCOMERS).in(WaveState.PENDING));
        waves.set(1, waves.get(1).in(WaveState.SOAKING));
        Decision decision =
                tick(new Rollout(Joined.policy(Given.policy().rollback().onFailure()), new Soaking(1, SOAKED), waves));
        assertThat(decision.next().phase()).isEqualTo(new Rolling(NEWCOMERS));
        assertThat(decision.commands()).contains(new RetryHosts(NEWCOMERS)).noneMatch(Enlist.class::isInstance);
    }

    @Test
    void nothing_is_promoted_while_they_are_listed() {
        assertThat(Engine.decide(LISTING, new Event.Promote(ALICE), NOON).outcome())
                .isEqualTo(new Outcome.Refused("no wave is soaking: the hosts that join it are being listed"));
    }

    @Test
    void explains_what_is_being_done() {
        Explanation explanation = Explanation.of(LISTING, NOON);
        assertThat(explanation.sentence())
                .isEqualTo("ROLLING: it waits for the hosts that have come to match to be listed.");
        assertThat(explanation.rules())
                .contains(new Explanation.Rule("hosts that join wave newcomers listed", false, "it is being done"));
        assertThat(Explanation.of(TWO, NOON).rules())
                .contains(new Explanation.Rule("hosts that join wave newcomers listed", true, "2 hosts joined"));
    }

    private static Decision tick(Rollout rollout) {
        Decision decision = Engine.decide(rollout, new Tick(), SOAKED);
        Laws.hold(rollout, new Tick(), decision, SOAKED);
        return decision;
    }
}
