package dev.breakwater.rollout.engine.smallworld;

import static org.assertj.core.api.Assertions.assertThat;

import dev.breakwater.rollout.engine.policy.Approvals;
import dev.breakwater.rollout.engine.policy.Budget;
import dev.breakwater.rollout.engine.policy.Clearance;
import dev.breakwater.rollout.engine.policy.Limit;
import dev.breakwater.rollout.engine.policy.Limits;
import dev.breakwater.rollout.engine.policy.OnFailure;
import dev.breakwater.rollout.engine.policy.Policy;
import dev.breakwater.rollout.engine.policy.RollbackPermission;
import dev.breakwater.rollout.engine.policy.RollbackPolicy;
import dev.breakwater.rollout.engine.policy.RollbackScope;
import dev.breakwater.rollout.engine.policy.Spread;
import dev.breakwater.rollout.engine.policy.Trial;
import dev.breakwater.rollout.engine.policy.WavePolicy;
import dev.breakwater.rollout.engine.policy.WaveSize;
import dev.breakwater.rollout.engine.smallworld.Shell.Extent;
import java.util.List;
import org.junit.jupiter.api.Test;

/** Every order of everything that can happen to three hosts in two waves, under the real engine and the real proof. */
class SmallWorldsTest {

    private static final int WORLDS_MIN = 50_000;

    @Test
    void a_rollout_that_takes_itself_back_keeps_the_invariants_whatever_happens() {
        Policy policy = policy(OnFailure.ROLLBACK, RollbackScope.ROLLOUT, 1, true);
        Search search = explore(new Shell(policy, 1, Extent.ALL_VERBS), WORLDS_MIN);
        assertThat(search.phases()).hasSize(12);
    }

    @Test
    void a_rollout_that_halts_keeps_the_invariants_whatever_happens() {
        Search search = explore(
                new Shell(policy(OnFailure.HALT, RollbackScope.ROLLOUT, 1, false), 1, Extent.ALL_VERBS), WORLDS_MIN);
        assertThat(search.phases()).hasSize(11).doesNotContain("AWAITING_APPROVAL");
    }

    @Test
    void a_rollout_that_takes_back_only_what_has_not_passed_keeps_the_invariants_whatever_happens() {
        explore(new Shell(policy(OnFailure.ROLLBACK, RollbackScope.WAVE, 1, false), 1, Extent.ALL_VERBS), WORLDS_MIN);
    }

    @Test
    void two_proofs_in_a_row_keep_the_invariants_whatever_happens() {
        explore(
                new Shell(policy(OnFailure.ROLLBACK, RollbackScope.ROLLOUT, 2, false), 1, Extent.FEW_VERBS),
                WORLDS_MIN);
    }

    @Test
    void reports_that_come_late_or_twice_or_never_break_no_invariant() {
        explore(
                new Shell(policy(OnFailure.ROLLBACK, RollbackScope.ROLLOUT, 1, false), 1, Extent.LATE_LETTERS),
                WORLDS_MIN);
    }

    @Test
    void what_two_people_must_approve_and_another_rollout_come_before_keeps_the_invariants_whatever_happens() {
        Policy policy = policy(OnFailure.ROLLBACK, RollbackScope.WAVE, 1, true);
        Approvals two = new Approvals(2, List.of(Outer.ALICE, Outer.BOB), World.DEADLINE);
        Policy asking =
                new Policy(policy.waves(), policy.limits(), policy.spread(), policy.trial(), two, policy.rollback());
        explore(new Shell(asking, 1, Extent.PEOPLE), WORLDS_MIN);
    }

    @Test
    void skipping_hosts_of_what_must_not_be_taken_back_keeps_the_invariants_whatever_happens() {
        explore(forbidding(RollbackPermission.FORBIDDEN), 10_000);
    }

    @Test
    void skipping_hosts_of_what_a_person_may_take_back_keeps_the_invariants_whatever_happens() {
        explore(forbidding(RollbackPermission.APPROVAL), WORLDS_MIN);
    }

    @Test
    void a_rollout_that_a_newcomer_joins_keeps_the_invariants_whatever_happens() {
        Policy policy =
                policy(OnFailure.ROLLBACK, RollbackScope.ROLLOUT, 1, false).joinedByNewcomers();
        explore(new Shell(policy, 1, Extent.ALL_VERBS), WORLDS_MIN);
    }

    private static Shell forbidding(RollbackPermission permission) {
        Policy policy = policy(OnFailure.ROLLBACK, RollbackScope.ROLLOUT, 1, false);
        RollbackPolicy asked = new RollbackPolicy(
                OnFailure.ROLLBACK, permission, RollbackScope.ROLLOUT, World.DEADLINE, null, Limit.none());
        Policy forbidding =
                new Policy(policy.waves(), policy.limits(), policy.spread(), policy.trial(), policy.approvals(), asked);
        return new Shell(forbidding, 1, Extent.SKIPS);
    }

    private static Search explore(Shell shell, int worldsMin) {
        Search search = new Search(shell);
        search.run();
        System.out.printf("small worlds, %s: %s%n", shell, search);
        assertThat(search.worlds()).as("so few that the model must be broken").isGreaterThan(worldsMin);
        return search;
    }

    private static Policy policy(OnFailure onFailure, RollbackScope scope, int minHealthy, boolean approval) {
        List<WavePolicy> waves = List.of(wave("canary", "1", 0, approval), wave("rest", "rest", 1, false));
        RollbackPolicy rollback =
                new RollbackPolicy(onFailure, RollbackPermission.ALLOWED, scope, World.DEADLINE, null, Limit.none());
        return new Policy(waves, Limits.NONE, Spread.NONE, Trial.of(minHealthy, World.SOAK), Approvals.ONE, rollback);
    }

    private static WavePolicy wave(String name, String size, int maxFailed, boolean approval) {
        Budget budget = Budget.of(new Limit.Absolute(maxFailed));
        return new WavePolicy(
                name, WaveSize.parse(size), World.SOAK, World.DEADLINE, budget, new Clearance(List.of(), approval));
    }
}
