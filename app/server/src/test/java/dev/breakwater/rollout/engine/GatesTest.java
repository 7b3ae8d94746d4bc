package dev.breakwater.rollout.engine;

import static dev.breakwater.rollout.engine.GateVerdict.ERROR;
import static dev.breakwater.rollout.engine.GateVerdict.FAIL;
import static dev.breakwater.rollout.engine.GateVerdict.INCONCLUSIVE;
import static dev.breakwater.rollout.engine.GateVerdict.NO_DATA;
import static dev.breakwater.rollout.engine.GateVerdict.PASS;
import static dev.breakwater.rollout.engine.Given.ALICE;
import static dev.breakwater.rollout.engine.Given.DEADLINE;
import static dev.breakwater.rollout.engine.Given.NOON;
import static dev.breakwater.rollout.engine.Given.SOAKED;
import static org.assertj.core.api.Assertions.assertThat;

import dev.breakwater.rollout.engine.Command.AskGates;
import dev.breakwater.rollout.engine.Command.Direct;
import dev.breakwater.rollout.engine.Command.Quarantine;
import dev.breakwater.rollout.engine.Counts.Facts;
import dev.breakwater.rollout.engine.Event.Approve;
import dev.breakwater.rollout.engine.Event.Promote;
import dev.breakwater.rollout.engine.Event.Resume;
import dev.breakwater.rollout.engine.Event.Start;
import dev.breakwater.rollout.engine.Event.Tick;
import dev.breakwater.rollout.engine.GateFact.Weight;
import dev.breakwater.rollout.engine.Outcome.Refused;
import dev.breakwater.rollout.engine.Phase.AwaitingApproval;
import dev.breakwater.rollout.engine.Phase.Draft;
import dev.breakwater.rollout.engine.Phase.PauseReason;
import dev.breakwater.rollout.engine.Phase.Paused;
import dev.breakwater.rollout.engine.Phase.Rolling;
import dev.breakwater.rollout.engine.Phase.RollingBack;
import dev.breakwater.rollout.engine.Phase.Scheduled;
import dev.breakwater.rollout.engine.Phase.Soaking;
import dev.breakwater.rollout.engine.policy.OnFailure;
import dev.breakwater.rollout.engine.policy.Policy;
import dev.breakwater.rollout.engine.policy.RollbackScope;
import java.time.Instant;
import java.util.List;
import java.util.Map;
import org.junit.jupiter.api.Test;

class GatesTest {

    private static final Soaking SOAKING = new Soaking(0, SOAKED);

    @Test
    void a_gate_that_fails_fails_its_wave_at_once_and_quarantines() {
        Decision decision = tick(new Rolling(0), NOON, Given.gate("errors", FAIL));
        assertThat(decision.next().phase())
                .isEqualTo(new RollingBack(0, "wave canary: gate errors is FAIL: it says so"));
        assertThat(decision.commands()).contains(new Quarantine("wave canary: gate errors is FAIL: it says so"));
    }

    @Test
    void a_gate_that_fails_before_any_host_has_moved_condemns_no_generation() {
        Counts offered = new Counts(Map.of(HostState.OFFERED, 2), Facts.NONE);
        Rollout rollout = gated(new Rolling(0)).counting(List.of(offered, Counts.pending(2)));
        Decision decision = Engine.decide(Given.hearing(rollout, Given.gate("errors", FAIL)), new Tick(), NOON);
        assertThat(decision.next().phase()).isInstanceOf(RollingBack.class);
        assertThat(decision.commands()).noneMatch(Quarantine.class::isInstance);
    }

    @Test
    void a_wave_passes_only_with_every_gate_asked_after_the_soak() {
        GateFact early = Given.gate("errors", Weight.COUNTED, PASS, SOAKED.minusNanos(1));
        assertThat(phase(SOAKING, SOAKED, early)).isEqualTo(SOAKING);
        assertThat(phase(SOAKING, SOAKED, Given.gate("errors", PASS))).isEqualTo(new Rolling(1));
    }

    @Test
    void a_gate_that_was_never_heard_is_closed_and_the_rollout_says_so() {
        Rollout rollout = gated(SOAKING);
        assertThat(Engine.decide(rollout, new Tick(), SOAKED).next().phase()).isEqualTo(SOAKING);
        Waiting waiting = Waiting.of(rollout, SOAKED);
        assertThat(waiting.waitingFor()).contains("gate errors has yet to be asked");
        assertThat(waiting.nextCheckAt()).isEqualTo(SOAKED.plus(DEADLINE));
    }

    @Test
    void no_data_is_waited_for_until_the_deadline_and_then_a_person_is_asked() {
        GateFact empty = Given.gate("errors", NO_DATA);
        assertThat(phase(SOAKING, SOAKED.plus(DEADLINE).minusNanos(1), empty)).isEqualTo(SOAKING);
        assertThat(phase(SOAKING, SOAKED.plus(DEADLINE), empty))
                .isEqualTo(new Paused(SOAKING, PauseReason.NO_DATA, "gate errors is NO_DATA: it says so"));
    }

    @Test
    void a_gate_that_cannot_tell_pauses_in_every_phase_of_a_wave() {
        for (Phase.Advancing phase : List.of(new Rolling(0), SOAKING, new AwaitingApproval(0))) {
            Phase next = phase(phase, NOON, Given.gate("errors", INCONCLUSIVE));
            assertThat(next)
                    .isEqualTo(new Paused(phase, PauseReason.INCONCLUSIVE, "gate errors is INCONCLUSIVE: it says so"));
        }
    }

    @Test
    void an_error_pauses_and_never_rolls_back() {
        assertThat(phase(SOAKING, SOAKED, Given.gate("errors", ERROR)))
                .isEqualTo(new Paused(SOAKING, PauseReason.GATE_ERROR, "gate errors is ERROR: it says so"));
        GateFact once = Given.gate("errors", Weight.COUNTED, ERROR, SOAKED);
        assertThat(phase(SOAKING, SOAKED, once)).isEqualTo(SOAKING);
    }

    @Test
    void the_worst_word_names_the_pause_and_failure_beats_it() {
        assertThat(phase(SOAKING, NOON, Given.gate("errors", INCONCLUSIVE), Given.gate("other", ERROR)))
                .extracting("reason")
                .isEqualTo(PauseReason.GATE_ERROR);
        assertThat(phase(SOAKING, NOON, Given.gate("errors", ERROR), Given.gate("other", INCONCLUSIVE)))
                .extracting("reason")
                .isEqualTo(PauseReason.GATE_ERROR);
        assertThat(phase(SOAKING, NOON, Given.gate("errors", ERROR), Given.gate("other", FAIL)))
                .isInstanceOf(RollingBack.class);
    }

    @Test
    void a_dry_run_is_shown_and_never_counted() {
        for (GateVerdict verdict : GateVerdict.values()) {
            GateFact dry = Given.gate("errors", Weight.DRY_RUN, verdict, NOON);
            assertThat(phase(SOAKING, SOAKED, dry)).isEqualTo(new Rolling(1));
        }
        Rollout rollout = Given.hearing(gated(SOAKING), Given.gate("errors", Weight.DRY_RUN, FAIL, NOON));
        assertThat(Explanation.of(rollout, NOON).rules())
                .contains(new Explanation.Rule("gate errors (dry run)", true, "gate errors is FAIL: it says so"));
    }

    @Test
    void gates_are_still_heard_while_paused_and_recovery_waits_for_a_person() {
        Paused paused = new Paused(SOAKING, PauseReason.GATE_ERROR, "gate errors is ERROR: down");
        assertThat(phase(paused, SOAKED, Given.gate("errors", FAIL))).isInstanceOf(RollingBack.class);
        Rollout recovered = Given.hearing(gated(paused), Given.gate("errors", PASS));
        assertThat(Engine.decide(recovered, new Tick(), SOAKED).next().phase()).isEqualTo(paused);
        assertThat(Waiting.of(recovered, SOAKED).waitingFor())
                .isEqualTo("a person to resume it (gate errors is ERROR: down), all its gates pass again");
        assertThat(Waiting.of(gated(paused), SOAKED).waitingFor()).doesNotContain("again");
    }

    @Test
    void resuming_forgets_what_gates_said_and_asks_them_again() {
        Paused paused = new Paused(SOAKING, PauseReason.GATE_ERROR, "down");
        Rollout rollout = Given.hearing(gated(paused), Given.gate("errors", ERROR));
        Decision decision = Engine.decide(rollout, new Resume(ALICE), NOON);
        assertThat(decision.next().phase()).isEqualTo(SOAKING);
        assertThat(decision.commands()).contains(new AskGates(0));
    }

    @Test
    void opening_a_wave_asks_its_gates() {
        Decision decision = tick(SOAKING, SOAKED, Given.gate("errors", PASS));
        assertThat(decision.commands()).contains(new AskGates(1));
        assertThat(decision.next().waves().get(1).gates())
                .extracting(GateFact::verdict)
                .containsOnly(NO_DATA);
    }

    @Test
    void a_promotion_passes_a_gate_that_cannot_tell_but_none_that_fails() {
        Rollout unheard = gated(SOAKING);
        assertThat(Engine.decide(unheard, new Promote(ALICE), NOON).next().phase())
                .isEqualTo(new Rolling(1));
        Rollout failing = Given.hearing(unheard, Given.gate("errors", FAIL));
        assertThat(Engine.decide(failing, new Promote(ALICE), NOON).outcome()).isInstanceOf(Refused.class);
    }

    @Test
    void an_approval_needs_gates_that_do_not_object() {
        Rollout awaiting = gated(new AwaitingApproval(0));
        Rollout objecting = Given.hearing(awaiting, Given.gate("errors", NO_DATA));
        assertThat(Engine.decide(objecting, new Approve(ALICE), NOON).outcome())
                .isEqualTo(new Refused("gate errors is NO_DATA: it says so"));
        Rollout passing = Given.hearing(awaiting, Given.gate("errors", PASS));
        assertThat(Engine.decide(passing, new Approve(ALICE), NOON).next().phase())
                .isEqualTo(new Rolling(1));
    }

    @Test
    void an_alert_that_fires_bars_the_start_until_it_is_over() {
        Rollout draft = Given.hearing(gated(new Draft()), new GateFact("alerts", Weight.BEFORE_START, null));
        Decision started = Engine.decide(draft, new Start(null, ALICE), NOON);
        assertThat(started.next().phase()).isEqualTo(new Scheduled(NOON));

        Rollout firing = Given.hearing(started.next(), Given.gate("alerts", Weight.BEFORE_START, FAIL, NOON));
        assertThat(Engine.decide(firing, new Tick(), NOON).next().phase()).isEqualTo(new Scheduled(NOON));
        assertThat(Waiting.of(firing, NOON).waitingFor())
                .isEqualTo("the start's all-clear: gate alerts is FAIL: it says so");

        Rollout calm = Given.hearing(started.next(), Given.gate("alerts", Weight.BEFORE_START, PASS, NOON));
        assertThat(Engine.decide(calm, new Tick(), NOON).commands()).contains(new Direct(0, Directive.OFFER));
    }

    @Test
    void no_other_gate_holds_up_the_start() {
        for (Weight weight : List.of(Weight.COUNTED, Weight.DRY_RUN)) {
            Rollout draft = Given.hearing(gated(new Draft()), new GateFact("errors", weight, null));
            assertThat(Engine.decide(draft, new Start(null, ALICE), NOON).commands())
                    .contains(new Direct(0, Directive.OFFER));
        }
    }

    @Test
    void an_all_clear_from_before_the_start_time_is_none() {
        Rollout early = Given.hearing(
                gated(new Scheduled(SOAKED)), Given.gate("alerts", Weight.BEFORE_START, PASS, SOAKED.minusNanos(1)));
        assertThat(Engine.decide(early, new Tick(), SOAKED).next().phase()).isEqualTo(new Scheduled(SOAKED));
        assertThat(Explanation.of(early, SOAKED).rules())
                .contains(new Explanation.Rule("all clear for the start", false, "gate alerts is PASS: it says so"));
    }

    @Test
    void verdicts_are_ordered_and_two_of_them_alike() {
        assertThat(FAIL.isWorseThan(ERROR)).isTrue();
        assertThat(ERROR.isWorseThan(INCONCLUSIVE)).isTrue();
        assertThat(INCONCLUSIVE.isWorseThan(NO_DATA) || NO_DATA.isWorseThan(INCONCLUSIVE))
                .isFalse();
        assertThat(NO_DATA.isWorseThan(PASS)).isTrue();
    }

    private static Phase phase(Phase phase, Instant now, GateFact... gates) {
        return tick(phase, now, gates).next().phase();
    }

    private static Decision tick(Phase phase, Instant now, GateFact... gates) {
        return Engine.decide(Given.hearing(gated(phase), gates), new Tick(), now);
    }

    private static Rollout gated(Phase phase) {
        Policy policy = Given.policy(
                OnFailure.ROLLBACK,
                RollbackScope.ROLLOUT,
                Given.gated(Given.wave("canary", "2", "0"), "errors"),
                Given.gated(Given.wave("rest", "rest", "1"), "errors"));
        return Given.rollout(policy, phase, "2 settled", "2 pending");
    }
}
