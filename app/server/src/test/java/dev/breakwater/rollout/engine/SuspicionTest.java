package dev.breakwater.rollout.engine;

import static dev.breakwater.rollout.engine.Given.NOON;
import static org.assertj.core.api.Assertions.assertThat;

import dev.breakwater.rollout.engine.Event.Tick;
import dev.breakwater.rollout.engine.Explanation.Rule;
import dev.breakwater.rollout.engine.Phase.PauseReason;
import dev.breakwater.rollout.engine.Phase.Paused;
import dev.breakwater.rollout.engine.Phase.Rolling;
import dev.breakwater.rollout.engine.Phase.RollingBack;
import dev.breakwater.rollout.engine.evidence.Tally;
import dev.breakwater.rollout.engine.policy.OnFailure;
import dev.breakwater.rollout.engine.policy.Policy;
import dev.breakwater.rollout.engine.policy.RollbackScope;
import org.junit.jupiter.api.Test;

class SuspicionTest {

    private static final String WHY = "wave rest: 4 of 41 hosts judged in this rollout failed where 1% would,"
            + " with evidence 101 of 100 against it";

    @Test
    void waves_within_their_budgets_fail_together() {
        assertThat(decide(new Rolling(1), "10 settled, 2 failed", "26 settled, 2 failed, 99 offered"))
                .isEqualTo(new RollingBack(1, WHY.replace("41", "40").replace("101", "106")));
        assertThat(decide(new Rolling(1), "10 settled, 1 failed", "26 settled, 2 failed, 99 offered"))
                .isEqualTo(new Rolling(1));
    }

    @Test
    void silence_counts_and_a_pause_does_not_end_suspicion() {
        Paused paused = new Paused(new Rolling(1), PauseReason.MANUAL, "");
        assertThat(decide(paused, "10 settled, 2 silent", "25 settled, 2 failed, 99 offered"))
                .isInstanceOf(RollingBack.class);
    }

    @Test
    void hosts_that_have_yet_to_answer_are_not_judged() {
        assertThat(Given.counts("3 settled, 1 failed, 1 silent, 5 offered, 2 claimed, 1 deferred, 1 held")
                        .tally())
                .isEqualTo(new Tally(5, 2));
    }

    @Test
    void the_rule_shows_its_figures_while_it_holds() {
        Rollout calm = Given.rollout(generous(), new Rolling(0), "100 settled", "100 pending");
        assertThat(Explanation.of(calm, NOON).rules())
                .contains(
                        new Rule(
                                "failures no more than chance",
                                true,
                                "0 of 100 hosts judged in this rollout failed where 1% would, with evidence 0.105 of 100 against it"));
    }

    private static Phase decide(Phase phase, String... counts) {
        return Engine.decide(Given.rollout(generous(), phase, counts), new Tick(), NOON)
                .next()
                .phase();
    }

    private static Policy generous() {
        return Given.policy(
                OnFailure.ROLLBACK,
                RollbackScope.ROLLOUT,
                Given.wave("canary", "12", "5"),
                Given.wave("rest", "rest", "50"));
    }
}
