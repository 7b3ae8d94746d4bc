package dev.breakwater.rollout.engine.proof;

import static org.assertj.core.api.Assertions.assertThat;

import dev.breakwater.rollout.engine.Directive;
import dev.breakwater.rollout.engine.HostState;
import dev.breakwater.rollout.engine.proof.ReportFacts.Phase;
import dev.breakwater.rollout.engine.proof.ReportFacts.Status;
import java.util.EnumSet;
import java.util.Set;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.EnumSource;

class ForwardTest {

    private static final Set<HostState> ON_THE_WAY =
            EnumSet.of(HostState.PENDING, HostState.OFFERED, HostState.CLAIMED, HostState.SILENT);

    @Test
    void a_host_settles_after_so_many_healthy_reports_in_a_row() {
        ProofResult first = Reports.running("new").weigh(HostState.CLAIMED, 0);
        assertThat(first.next()).isEqualTo(HostState.CLAIMED);
        assertThat(first.healthyStreak()).isEqualTo(1);
        assertThat(first.why()).isEqualTo("healthy in 1 of 2 reports");
        ProofResult second = Reports.running("new").weigh(HostState.CLAIMED, first.healthyStreak());
        assertThat(second.next()).isEqualTo(HostState.SETTLED);
    }

    @Test
    void proof_counts_whatever_the_host_was_taken_for() {
        for (HostState state : ON_THE_WAY) {
            ProofResult proved = Reports.running("new").weigh(state, 1);
            assertThat(proved.next()).as(state.name()).isEqualTo(HostState.SETTLED);
            assertThat(proved.touched()).isTrue();
        }
    }

    @Test
    void a_host_that_says_nothing_of_checks_is_healthy_when_it_is_up() {
        assertThat(Reports.running("new")
                        .withoutChecks()
                        .weigh(HostState.CLAIMED, 1)
                        .next())
                .isEqualTo(HostState.SETTLED);
        ProofResult booting = Reports.running("new").withoutChecks().booting().weigh(HostState.CLAIMED, 1);
        assertThat(booting.next()).isEqualTo(HostState.CLAIMED);
        assertThat(booting.healthyStreak()).isZero();
    }

    @Test
    void a_check_that_does_not_know_begins_the_count_anew() {
        ProofResult unknown = Reports.running("new").checked(Status.UNKNOWN).weigh(HostState.CLAIMED, 1);
        assertThat(unknown.next()).isEqualTo(HostState.CLAIMED);
        assertThat(unknown.healthyStreak()).isZero();
    }

    @Test
    void a_failing_check_fails_the_host_and_is_named() {
        ProofResult sick = Reports.running("new").checked(Status.FAIL).weigh(HostState.CLAIMED, 1);
        assertThat(sick.next()).isEqualTo(HostState.FAILED);
        assertThat(sick.reason()).isEqualTo(FailureReason.UNHEALTHY);
        assertThat(sick.why()).isEqualTo("check web fails");
    }

    @Test
    void a_failing_check_of_the_old_generation_says_nothing_about_the_new_one() {
        ProofResult old = Reports.running("old").idle().checked(Status.FAIL).weigh(HostState.OFFERED, 0);
        assertThat(old.next()).isEqualTo(HostState.OFFERED);
    }

    @Test
    void the_word_active_is_compared_and_not_believed() {
        ProofResult liar = Reports.running("old").weigh(HostState.CLAIMED, 1);
        assertThat(liar.next()).isEqualTo(HostState.FAILED);
        assertThat(liar.reason()).isEqualTo(FailureReason.NOT_RUNNING);
        assertThat(liar.why()).isEqualTo("it says it is active, and runs old");
    }

    @Test
    void a_host_that_does_not_say_what_it_runs_proves_and_fails_nothing() {
        ProofResult mute = Reports.running(null).weigh(HostState.CLAIMED, 1);
        assertThat(mute.next()).isEqualTo(HostState.CLAIMED);
        assertThat(mute.healthyStreak()).isZero();
    }

    @Test
    void a_host_that_says_it_failed_has_failed() {
        ProofResult failed =
                Reports.running("old").phase(Phase.FAILED).saying("no space").weigh(HostState.CLAIMED, 0);
        assertThat(failed.next()).isEqualTo(HostState.FAILED);
        assertThat(failed.reason()).isEqualTo(FailureReason.REPORTED);
        assertThat(failed.why()).isEqualTo("no space");
        assertThat(Reports.running("old")
                        .phase(Phase.FAILED)
                        .weigh(HostState.OFFERED, 0)
                        .touched())
                .as("failing to stage touches nothing")
                .isFalse();
    }

    @Test
    void a_host_that_went_back_by_itself_has_failed() {
        ProofResult reverted = Reports.running("old").phase(Phase.REVERTED).weigh(HostState.CLAIMED, 0);
        assertThat(reverted.next()).isEqualTo(HostState.FAILED);
        assertThat(reverted.reason()).isEqualTo(FailureReason.SELF_REVERTED);
    }

    @ParameterizedTest
    @EnumSource(
            value = Phase.class,
            names = {"IDLE", "ACTIVE"})
    void a_settled_host_that_falls_back_has_failed(Phase phase) {
        ProofResult back = Reports.running("old").phase(phase).weigh(HostState.SETTLED, 2);
        assertThat(back.next()).isEqualTo(HostState.FAILED);
        assertThat(back.reason()).isEqualTo(FailureReason.SELF_REVERTED);
    }

    @Test
    void a_settled_host_that_turns_unhealthy_has_failed() {
        ProofResult sick = Reports.running("new").idle().checked(Status.FAIL).weigh(HostState.SETTLED, 2);
        assertThat(sick.reason()).isEqualTo(FailureReason.UNHEALTHY);
    }

    @Test
    void a_settled_host_in_doubt_has_to_prove_itself_again() {
        ProofResult doubt = Reports.running("new").checked(Status.UNKNOWN).weigh(HostState.SETTLED, 2);
        assertThat(doubt.next()).isEqualTo(HostState.CLAIMED);
        assertThat(doubt.healthyStreak()).isZero();
        assertThat(Reports.running("new").weigh(HostState.CLAIMED, 0).next()).isEqualTo(HostState.CLAIMED);
    }

    @Test
    void a_settled_host_stays_settled_while_it_is_healthy() {
        ProofResult healthy = Reports.running("new").weigh(HostState.SETTLED, 2);
        assertThat(healthy.next()).isEqualTo(HostState.SETTLED);
        assertThat(healthy.healthyStreak()).isEqualTo(2);
    }

    @ParameterizedTest
    @EnumSource(
            value = Phase.class,
            names = {"STAGED", "ACTIVATING"})
    void a_host_under_way_has_proved_nothing(Phase phase) {
        assertThat(Reports.running("old")
                        .phase(phase)
                        .weigh(HostState.OFFERED, 0)
                        .next())
                .isEqualTo(HostState.OFFERED);
        ProofResult claimed = Reports.running("new").phase(phase).weigh(HostState.CLAIMED, 1);
        assertThat(claimed.next()).isEqualTo(HostState.CLAIMED);
        assertThat(claimed.healthyStreak()).isZero();
    }

    @Test
    void a_silent_host_that_speaks_without_proof_stays_silent() {
        assertThat(Reports.running("old")
                        .phase(Phase.ACTIVATING)
                        .weigh(HostState.SILENT, 0)
                        .next())
                .isEqualTo(HostState.SILENT);
        assertThat(Reports.running("new").weigh(HostState.SILENT, 0).next()).isEqualTo(HostState.SILENT);
    }

    @Test
    void a_failed_host_stays_failed_whatever_it_proves() {
        assertThat(Reports.running("new").weigh(HostState.FAILED, 1).next()).isEqualTo(HostState.FAILED);
    }

    @Test
    void a_host_seen_running_the_new_generation_is_touched_though_it_never_claimed() {
        ProofResult unasked = Reports.running("new").checked(Status.UNKNOWN).weigh(HostState.OFFERED, 0);
        assertThat(unasked.touched()).isTrue();
        assertThat(unasked.next()).isEqualTo(HostState.CLAIMED);
    }

    @Test
    void whatever_it_says_a_host_that_runs_the_new_generation_is_touched_and_under_way() {
        ProofResult proving = Reports.running("new").weigh(HostState.OFFERED, 0);
        assertThat(proving.touched()).isTrue();
        assertThat(proving.next()).isEqualTo(HostState.CLAIMED);
        ProofResult unbooted = Reports.booted("old", "boot 1").weigh(HostState.OFFERED, 0);
        assertThat(unbooted.touched()).isTrue();
        assertThat(unbooted.next()).isEqualTo(HostState.CLAIMED);
        assertThat(Reports.running("new")
                        .checked(Status.FAIL)
                        .weigh(HostState.OFFERED, 0)
                        .touched())
                .isTrue();
        assertThat(Reports.running("new")
                        .phase(Phase.FAILED)
                        .weigh(HostState.OFFERED, 0)
                        .touched())
                .isTrue();
    }

    @Test
    void a_touched_host_stays_touched_when_it_fails_on_the_old_generation() {
        assertThat(Reports.running("old")
                        .phase(Phase.FAILED)
                        .weigh(HostState.CLAIMED, 0)
                        .touched())
                .isTrue();
        assertThat(Reports.running("old").weigh(HostState.CLAIMED, 0).touched()).isTrue();
    }

    @Test
    void a_failed_host_that_runs_the_new_generation_after_all_is_touched_and_can_be_taken_back() {
        ProofResult after = Reports.running("new").weigh(HostState.FAILED, 0);
        assertThat(after.next()).isEqualTo(HostState.FAILED);
        assertThat(after.touched()).isTrue();
    }

    @Test
    void where_a_boot_is_needed_only_a_new_boot_into_the_ref_proves_it() {
        assertThat(Reports.booted("new", "boot 2").weigh(HostState.CLAIMED, 1).next())
                .isEqualTo(HostState.SETTLED);
        assertThat(Reports.booted("old", "boot 2").weigh(HostState.CLAIMED, 1).next())
                .isEqualTo(HostState.CLAIMED);
        assertThat(Reports.booted("new", "boot 1").weigh(HostState.CLAIMED, 1).why())
                .isEqualTo("it has yet to boot into it");
        assertThat(Reports.booted("new", null).weigh(HostState.CLAIMED, 1).next())
                .isEqualTo(HostState.CLAIMED);
    }

    @Test
    void a_report_under_another_epoch_or_none_changes_nothing() {
        for (Long epoch : new Long[] {Reports.EPOCH - 1, Reports.EPOCH + 1, null}) {
            HostTurn turn = Reports.turn(HostState.CLAIMED, 1, false);
            ProofResult result = Proof.weigh(
                    turn, Reports.OFFER, Reports.running("new").under(epoch).facts());
            assertThat(result.next()).isEqualTo(HostState.CLAIMED);
            assertThat(result.healthyStreak()).isEqualTo(1);
            assertThat(result.why()).isEqualTo("not under the present epoch");
        }
    }

    @Test
    void while_the_wave_waits_touched_hosts_go_on_proving_and_others_are_asked_nothing() {
        Orders wait = new Orders(Directive.WAIT, Reports.EPOCH, 2);
        ReportFacts healthy = Reports.running("new").facts();
        ReportFacts lie = Reports.running("old").facts();
        assertThat(Proof.weigh(Reports.turn(HostState.CLAIMED, 1, true), wait, healthy)
                        .next())
                .isEqualTo(HostState.SETTLED);
        assertThat(Proof.weigh(Reports.turn(HostState.OFFERED, 0, false), wait, lie)
                        .next())
                .isEqualTo(HostState.PENDING);
    }

    @Test
    void when_nothing_is_asked_any_more_nothing_is_judged() {
        Orders done = new Orders(Directive.DONE, Reports.EPOCH, 2);
        ReportFacts sick = Reports.running("new").checked(Status.FAIL).facts();
        assertThat(Proof.weigh(Reports.turn(HostState.SETTLED, 2, true), done, sick)
                        .next())
                .isEqualTo(HostState.SETTLED);
    }
}
