package dev.breakwater.rollout.engine.proof;

import static org.assertj.core.api.Assertions.assertThat;

import dev.breakwater.rollout.engine.Directive;
import dev.breakwater.rollout.engine.HostState;
import dev.breakwater.rollout.engine.proof.ReportFacts.Phase;
import dev.breakwater.rollout.engine.proof.ReportFacts.Status;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.EnumSource;

class HomewardTest {

    private static final HostTurn GOING_BACK = Reports.turn(HostState.ROLLING_BACK, 1, true);

    @Test
    void a_host_is_back_after_so_many_healthy_reports_of_its_last_good_generation() {
        ProofResult first = Reports.running("old").weighBack(Reports.turn(HostState.ROLLING_BACK, 0, true));
        assertThat(first.next()).isEqualTo(HostState.ROLLING_BACK);
        assertThat(first.why()).isEqualTo("back and healthy in 1 of 2 reports");
        assertThat(Reports.running("old").weighBack(GOING_BACK).next()).isEqualTo(HostState.ROLLED_BACK);
    }

    @Test
    void health_on_the_new_generation_does_not_count_for_the_old_one() {
        ProofResult first = Reports.running("old").weighBack(Reports.turn(HostState.SETTLED, 2, true));
        assertThat(first.next()).isEqualTo(HostState.ROLLING_BACK);
        assertThat(first.healthyStreak()).isEqualTo(1);
    }

    @ParameterizedTest
    @EnumSource(
            value = Phase.class,
            names = {"IDLE", "ACTIVE", "REVERTED"})
    void it_does_not_matter_who_brought_it_back(Phase phase) {
        assertThat(Reports.running("old").phase(phase).weighBack(GOING_BACK).next())
                .isEqualTo(HostState.ROLLED_BACK);
    }

    @ParameterizedTest
    @EnumSource(
            value = Phase.class,
            names = {"STAGED", "ACTIVATING"})
    void a_host_on_its_way_back_is_not_back(Phase phase) {
        ProofResult result = Reports.running("old").phase(phase).weighBack(GOING_BACK);
        assertThat(result.next()).isEqualTo(HostState.ROLLING_BACK);
        assertThat(result.healthyStreak()).isZero();
    }

    @Test
    void running_anything_else_is_not_being_back() {
        assertThat(Reports.running("new").weighBack(GOING_BACK).next()).isEqualTo(HostState.ROLLING_BACK);
        assertThat(Reports.running("other").weighBack(GOING_BACK).next()).isEqualTo(HostState.ROLLING_BACK);
    }

    @Test
    void being_back_but_not_healthy_is_not_enough() {
        for (Status status : new Status[] {Status.FAIL, Status.UNKNOWN}) {
            ProofResult result = Reports.running("old").checked(status).weighBack(GOING_BACK);
            assertThat(result.next()).isEqualTo(HostState.ROLLING_BACK);
            assertThat(result.healthyStreak()).isZero();
        }
    }

    @Test
    void a_host_that_cannot_go_back_says_so_until_it_has() {
        ProofResult failed = Reports.running("new").phase(Phase.FAILED).weighBack(GOING_BACK);
        assertThat(failed.next()).isEqualTo(HostState.ROLLING_BACK);
        assertThat(failed.rollbackFailed()).isTrue();
        HostTurn stuck = Reports.turn(HostState.ROLLING_BACK, 1, true, false, true);
        assertThat(Reports.running("new").weighBack(stuck).rollbackFailed()).isTrue();
        assertThat(Reports.running("new")
                        .phase(Phase.ACTIVATING)
                        .weighBack(stuck)
                        .rollbackFailed())
                .isTrue();
        assertThat(Reports.running("old").weighBack(stuck).rollbackFailed()).isFalse();
    }

    @Test
    void where_a_boot_is_needed_the_booted_ref_must_be_home_and_the_next_boot_must_not_lead_out() {
        HostTurn turn = Reports.turn(HostState.ROLLING_BACK, 1, true, true, false);
        assertThat(Reports.home("old", "old").weighBack(turn).next()).isEqualTo(HostState.ROLLED_BACK);
        assertThat(Reports.home("old", null).weighBack(turn).next()).isEqualTo(HostState.ROLLED_BACK);
        assertThat(Reports.home("new", "old").weighBack(turn).next()).isEqualTo(HostState.ROLLING_BACK);
        assertThat(Reports.home("old", "new").weighBack(turn).next()).isEqualTo(HostState.ROLLING_BACK);
    }

    @Test
    void a_host_without_a_way_back_is_never_back() {
        HostTurn lost = new HostTurn(HostState.ROLLING_BACK, true, new Target("new", null, false), null, 1, false);
        assertThat(Reports.running("old").weighBack(lost).next()).isEqualTo(HostState.ROLLING_BACK);
    }

    @Test
    void an_untouched_host_has_nothing_to_go_back_from() {
        assertThat(Reports.running("old")
                        .idle()
                        .weighBack(Reports.turn(HostState.OFFERED, 0, false))
                        .next())
                .isEqualTo(HostState.SKIPPED);
    }

    @Test
    void an_untouched_host_seen_running_the_new_generation_must_go_back_too() {
        ProofResult found = Reports.running("new").weighBack(Reports.turn(HostState.SKIPPED, 0, false));
        assertThat(found.next()).isEqualTo(HostState.ROLLING_BACK);
        assertThat(found.touched()).isTrue();
    }

    @Test
    void a_host_that_is_back_stays_back_unless_it_runs_the_new_generation_again() {
        HostTurn back = Reports.turn(HostState.ROLLED_BACK, 2, true);
        assertThat(Reports.running("old").checked(Status.FAIL).weighBack(back).next())
                .isEqualTo(HostState.ROLLED_BACK);
        assertThat(Reports.running("new").weighBack(back).next()).isEqualTo(HostState.ROLLING_BACK);
    }

    @Test
    void a_halted_rollback_is_still_proved_by_those_on_their_way() {
        Orders wait = new Orders(Directive.WAIT, Reports.EPOCH, 2);
        assertThat(Proof.weigh(GOING_BACK, wait, Reports.running("old").facts()).next())
                .isEqualTo(HostState.ROLLED_BACK);
    }
}
