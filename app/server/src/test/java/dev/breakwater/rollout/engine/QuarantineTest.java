package dev.breakwater.rollout.engine;

import static dev.breakwater.rollout.engine.Given.ALICE;
import static dev.breakwater.rollout.engine.Given.NOON;
import static dev.breakwater.rollout.engine.Given.SOAKED;
import static org.assertj.core.api.Assertions.assertThat;

import dev.breakwater.rollout.engine.Command.Direct;
import dev.breakwater.rollout.engine.Command.WakeAt;
import dev.breakwater.rollout.engine.Event.Tick;
import dev.breakwater.rollout.engine.Explanation.Rule;
import dev.breakwater.rollout.engine.Outcome.Refused;
import dev.breakwater.rollout.engine.Phase.AwaitingApproval;
import dev.breakwater.rollout.engine.Phase.Halted;
import dev.breakwater.rollout.engine.Phase.Pausable;
import dev.breakwater.rollout.engine.Phase.PauseReason;
import dev.breakwater.rollout.engine.Phase.Paused;
import dev.breakwater.rollout.engine.Phase.Rolling;
import dev.breakwater.rollout.engine.Phase.RollingBack;
import dev.breakwater.rollout.engine.Phase.Scheduled;
import dev.breakwater.rollout.engine.Phase.Soaking;
import java.util.List;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.EnumSource;

/** What comes of a rollout when a quarantine meets what it offers. */
class QuarantineTest {
    private static final String WHY = "v2 is quarantined.";
    private static final List<Pausable> ADVANCING =
            List.of(new Rolling(0), new Soaking(0, SOAKED), new AwaitingApproval(0));

    @Test
    void a_rollout_on_its_way_halts_withdraws_its_offers_and_says_why() {
        for (Pausable phase : ADVANCING) {
            Decision decision = decide(Bound.barred(phase, "2 settled", "9 pending"), new Tick());
            assertThat(decision.next().phase()).isEqualTo(new Halted(0, false, WHY));
            assertThat(decision.commands()).contains(new Direct(0, Directive.WAIT));
        }
    }

    @ParameterizedTest
    @EnumSource(value = PauseReason.class, mode = EnumSource.Mode.EXCLUDE, names = "RESTORED")
    void a_paused_one_halts_at_once_whatever_paused_it(PauseReason reason) {
        for (Pausable phase : ADVANCING) {
            Rollout paused = Bound.barred(new Paused(phase, reason, "because"), "2 settled", "9 pending");
            assertThat(decide(paused, new Tick()).next().phase()).isEqualTo(new Halted(0, false, WHY));
        }
    }

    @Test
    void one_paused_after_a_restore_waits_for_a_person_and_then_halts() {
        Rollout paused =
                Bound.barred(new Paused(new Rolling(0), PauseReason.RESTORED, "restored"), "2 offered", "9 pending");
        assertThat(decide(paused, new Tick()).next().phase()).isEqualTo(paused.phase());
        assertThat(decide(paused, new Event.Resume(ALICE)).next().phase()).isEqualTo(new Halted(0, false, WHY));
    }

    @Test
    void what_has_failed_is_taken_back_rather_than_left_halted() {
        assertThat(decide(Bound.barred(new Rolling(0), "2 failed", "9 pending"), new Tick())
                        .next()
                        .phase())
                .isInstanceOf(RollingBack.class);
    }

    @Test
    void whoever_goes_back_goes_on_going_back() {
        Rollout back = Bound.barred(new RollingBack(0, "failed"), "2 rolling_back", "9 pending");
        assertThat(Engine.decide(back, new Tick(), NOON).next().phase()).isEqualTo(back.phase());
    }

    @Test
    void a_scheduled_one_opens_nothing_and_looks_again() {
        Rollout scheduled = Bound.barred(new Scheduled(NOON), "2 pending", "9 pending");
        Decision decision = decide(scheduled, new Tick());
        assertThat(decision.next().phase()).isEqualTo(scheduled.phase());
        assertThat(decision.commands()).hasOnlyElementsOfType(WakeAt.class).hasSize(1);
        assertThat(Waiting.of(scheduled, NOON).waitingFor()).contains("a person", "release", WHY);
        assertThat(decide(scheduled.amid(Outside.NONE), new Tick()).next().phase())
                .isEqualTo(new Rolling(0));
    }

    @Test
    void a_retry_is_refused_until_it_is_released() {
        Rollout halted = Bound.barred(new Halted(0, false, WHY), "2 failed", "9 pending");
        assertThat(decide(halted, new Event.Retry(ALICE)).outcome())
                .isEqualTo(new Refused("what it offers is quarantined: release it first"));
        assertThat(decide(halted.amid(Outside.NONE), new Event.Retry(ALICE))
                        .next()
                        .phase())
                .isEqualTo(new Rolling(0));
    }

    @Test
    void the_explanation_shows_the_quarantine_as_a_rule() {
        Explanation explanation =
                Explanation.of(Bound.barred(new Halted(0, false, WHY), "2 settled", "9 pending"), NOON);
        assertThat(explanation.rules()).contains(new Rule("nothing it offers is quarantined", false, WHY));
        assertThat(explanation.sentence()).contains("or to release the quarantine");
    }

    private static Decision decide(Rollout rollout, Event event) {
        Decision decision = Engine.decide(rollout, event, NOON);
        Laws.hold(rollout, event, decision, NOON);
        return decision;
    }
}
