package dev.breakwater.rollout.engine;

import static dev.breakwater.rollout.engine.Given.ALICE;
import static dev.breakwater.rollout.engine.Given.NOON;
import static dev.breakwater.rollout.engine.Given.SOAKED;
import static org.assertj.core.api.Assertions.assertThat;

import dev.breakwater.rollout.engine.Command.Quarantine;
import dev.breakwater.rollout.engine.Command.RecordApproval;
import dev.breakwater.rollout.engine.Command.SkipHost;
import dev.breakwater.rollout.engine.Command.VoidApprovals;
import dev.breakwater.rollout.engine.Command.WakeAt;
import dev.breakwater.rollout.engine.Outcome.Ignored;
import dev.breakwater.rollout.engine.Outcome.Refused;
import dev.breakwater.rollout.engine.Phase.AwaitingApproval;
import dev.breakwater.rollout.engine.Phase.Draft;
import dev.breakwater.rollout.engine.Phase.Halted;
import dev.breakwater.rollout.engine.Phase.PauseReason;
import dev.breakwater.rollout.engine.Phase.Paused;
import dev.breakwater.rollout.engine.Phase.Rolling;
import dev.breakwater.rollout.engine.Phase.RollingBack;
import dev.breakwater.rollout.engine.Phase.Scheduled;
import dev.breakwater.rollout.engine.policy.RollbackPermission;
import java.time.Instant;
import java.util.List;
import java.util.Set;
import java.util.UUID;
import org.junit.jupiter.api.Test;

/** Verbs where others have a say: people who approve, rollouts waited for, generations that cannot go back. */
class BoundVerbsTest {

    private static final Event APPROVE = new Event.Approve(ALICE);

    @Test
    void the_last_of_the_approvals_opens_the_next_wave() {
        Decision first = decide(asking(2), APPROVE, NOON);
        assertThat(first.next().phase()).isEqualTo(new AwaitingApproval(0));
        assertThat(first.commands()).contains(new RecordApproval(0, ALICE, NOON.plus(Bound.VALID)));
        Rollout once = asking(2).amid(Bound.approvedBy(SOAKED, "bob"));
        assertThat(decide(once, APPROVE, NOON).next().phase()).isEqualTo(new Rolling(1));
    }

    @Test
    void an_approval_counts_until_the_moment_it_expires() {
        Rollout once = asking(2).amid(Bound.approvedBy(SOAKED, "bob"));
        assertThat(decide(once, APPROVE, SOAKED.minusMillis(1)).next().phase()).isEqualTo(new Rolling(1));
        assertThat(decide(once, APPROVE, SOAKED).next().phase()).isEqualTo(new AwaitingApproval(0));
    }

    @Test
    void nobody_approves_twice_or_their_own_or_unasked() {
        assertThat(decide(asking(2).amid(Bound.approvedBy(SOAKED, "alice")), APPROVE, NOON)
                        .outcome())
                .isEqualTo(new Ignored("alice has approved it already"));
        Event dora = new Event.Approve(new Cause("dora", "mine"));
        assertThat(decide(asking(1).amid(Bound.approvedBy(SOAKED)), dora, NOON).outcome())
                .isEqualTo(new Refused("whoever drafted it or edited it last cannot approve it"));
        Rollout named =
                Given.rollout(Bound.approving(1, "bob", "eve"), new AwaitingApproval(0), "2 settled", "9 pending");
        assertThat(decide(named, APPROVE, NOON).outcome()).isEqualTo(new Refused("only bob, eve may approve it"));
        assertThat(Approving.objection(named, 0, "bob", NOON)).isEmpty();
    }

    @Test
    void whoever_approved_the_wave_before_may_say_so_again() {
        Rollout onward = Given.rollout(Bound.approving(1), new Rolling(1), "2 settled", "9 offered")
                .amid(Bound.approvedBy(SOAKED, "alice"));
        assertThat(decide(onward, APPROVE, NOON).outcome())
                .isEqualTo(new Ignored("alice has approved wave canary already"));
    }

    @Test
    void a_wave_that_reopens_asks_again() {
        Rollout doubtful = Given.rollout(
                        Bound.approving(2), new AwaitingApproval(0), "1 settled, 1 claimed", "9 pending")
                .amid(Bound.approvedBy(SOAKED, "bob"));
        Decision decision = decide(doubtful, new Event.Tick(), NOON);
        assertThat(decision.next().phase()).isEqualTo(new Rolling(0));
        assertThat(decision.next().outside().consent().given()).isEmpty();
        assertThat(decision.commands()).anyMatch(VoidApprovals.class::isInstance);
    }

    @Test
    void the_first_wave_opens_when_what_it_depends_on_has_been_completed_for_long_enough() {
        assertThat(after(new Scheduled(NOON), Bound.COMPLETED, NOON)).isEqualTo(new Scheduled(NOON));
        assertThat(after(new Scheduled(NOON), Bound.COMPLETED, SOAKED)).isEqualTo(new Rolling(0));
        assertThat(after(new Scheduled(SOAKED.plusSeconds(1)), Bound.COMPLETED, SOAKED))
                .isEqualTo(new Scheduled(SOAKED.plusSeconds(1)));
        assertThat(after(new Scheduled(NOON), Bound.RUNNING, SOAKED)).isEqualTo(new Scheduled(NOON));
    }

    @Test
    void starting_waits_for_what_it_depends_on() {
        Rollout draft = Given.rollout(new Draft(), "2 pending", "9 pending").amid(Bound.after(Bound.RUNNING));
        Decision decision = decide(draft, new Event.Start(null, ALICE), NOON);
        assertThat(decision.next().phase()).isEqualTo(new Scheduled(NOON));
        assertThat(decision.commands()).anyMatch(WakeAt.class::isInstance);
    }

    @Test
    void a_dependency_that_was_lost_pauses_and_a_person_goes_on_without_it() {
        Phase paused = after(new Scheduled(NOON), Bound.LOST, NOON);
        assertThat(paused).isEqualTo(new Paused(new Scheduled(NOON), PauseReason.DEPENDENCY, "dev is ROLLED_BACK"));
        Rollout stuck = Given.rollout(paused, "2 pending", "9 pending").amid(Bound.after(Bound.LOST));
        assertThat(decide(stuck, new Event.Resume(ALICE), NOON).next().phase()).isEqualTo(new Rolling(0));
        Rollout other = stuck.amid(Bound.after(Bound.LOST, Bound.dependency("test", "ROLLING", false, null)));
        assertThat(decide(other, new Event.Resume(ALICE), NOON).next().phase())
                .isEqualTo(new Scheduled(NOON, Set.of("id of dev")));
    }

    @Test
    void a_start_that_is_moved_keeps_what_was_decided_and_stays_paused() {
        Scheduled without = new Scheduled(NOON, Set.of("id of dev"));
        Event later = new Event.Schedule(SOAKED, ALICE);
        assertThat(decide(Given.rollout(without, "2 pending", "9 pending"), later, NOON)
                        .next()
                        .phase())
                .isEqualTo(new Scheduled(SOAKED, Set.of("id of dev")));
        Paused paused = new Paused(without, PauseReason.MANUAL, "lunch");
        assertThat(decide(Given.rollout(paused, "2 pending", "9 pending"), later, NOON)
                        .next()
                        .phase())
                .isEqualTo(new Paused(new Scheduled(SOAKED, Set.of("id of dev")), PauseReason.MANUAL, "lunch"));
    }

    @Test
    void what_must_not_go_back_by_itself_halts_and_says_why() {
        for (RollbackPermission permission : List.of(RollbackPermission.APPROVAL, RollbackPermission.FORBIDDEN)) {
            Rollout failing = Given.rollout(Bound.returning(permission), new Rolling(0), "2 failed", "9 pending");
            Decision decision = decide(failing, new Event.Tick(), NOON);
            assertThat(decision.next().phase()).isInstanceOf(Halted.class);
            assertThat(((Halted) decision.next().phase()).why()).contains("; going back ");
            assertThat(decision.commands()).anyMatch(Quarantine.class::isInstance);
        }
    }

    @Test
    void only_a_forbidden_rollback_is_refused() {
        assertThat(rollBack(RollbackPermission.APPROVAL).next().phase()).isInstanceOf(RollingBack.class);
        assertThat(rollBack(RollbackPermission.FORBIDDEN).outcome())
                .isEqualTo(new Refused("its rollback is forbidden: retry it, supersede or cancel it"));
    }

    @Test
    void hosts_taken_over_half_way_go_back_even_from_a_wave_that_never_opened() {
        Rollout taken = Given.rollout(new Rolling(0), "2 settled", "9 pending");
        Rollout inherited = taken.counting(
                List.of(Given.counts("2 settled"), Given.counts("9 pending").touching(4)));
        Decision decision = decide(inherited, new Event.RollBack(ALICE), NOON);
        assertThat(decision.next().waves().get(1).directive()).isEqualTo(Directive.ROLLBACK);
        assertThat(decide(taken, new Event.RollBack(ALICE), NOON)
                        .next()
                        .waves()
                        .get(1)
                        .directive())
                .isEqualTo(Directive.DONE);
    }

    @Test
    void a_skipped_host_is_counted_anew_at_once() {
        UUID host = new UUID(0, 1);
        Rollout rolling = Given.rollout(new Rolling(0), "1 settled, 1 silent", "9 pending");
        Decision decision = decide(rolling, new Event.SkipHost(host, HostState.SILENT, ALICE), NOON);
        assertThat(decision.commands()).containsExactly(new SkipHost(host), new WakeAt(NOON));
        assertThat(decision.next()).isEqualTo(rolling);
    }

    private static Rollout asking(int required) {
        return Given.rollout(Bound.approving(required), new AwaitingApproval(0), "2 settled", "9 pending");
    }

    private static Phase after(Scheduled scheduled, Dependency dependency, Instant now) {
        Rollout waiting = Given.rollout(scheduled, "2 pending", "9 pending").amid(Bound.after(dependency));
        return decide(waiting, new Event.Tick(), now).next().phase();
    }

    private static Decision rollBack(RollbackPermission permission) {
        Rollout halted = Given.rollout(Bound.returning(permission), new Halted(0, false, "w"), "2 failed", "9 pending");
        return decide(halted, new Event.RollBack(ALICE), NOON);
    }

    private static Decision decide(Rollout rollout, Event event, Instant now) {
        return Engine.decide(rollout, event, now);
    }
}
