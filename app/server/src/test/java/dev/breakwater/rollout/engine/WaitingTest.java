package dev.breakwater.rollout.engine;

import static dev.breakwater.rollout.engine.Given.NOON;
import static dev.breakwater.rollout.engine.Given.SOAKED;
import static dev.breakwater.rollout.engine.Given.rollout;
import static org.assertj.core.api.Assertions.assertThat;

import dev.breakwater.rollout.engine.Explanation.Rule;
import dev.breakwater.rollout.engine.Phase.AwaitingApproval;
import dev.breakwater.rollout.engine.Phase.Completed;
import dev.breakwater.rollout.engine.Phase.Draft;
import dev.breakwater.rollout.engine.Phase.Halted;
import dev.breakwater.rollout.engine.Phase.PauseReason;
import dev.breakwater.rollout.engine.Phase.Paused;
import dev.breakwater.rollout.engine.Phase.Rolling;
import dev.breakwater.rollout.engine.Phase.RollingBack;
import dev.breakwater.rollout.engine.Phase.Scheduled;
import dev.breakwater.rollout.engine.Phase.Soaking;
import dev.breakwater.rollout.engine.policy.OnFailure;
import dev.breakwater.rollout.engine.policy.Policy;
import dev.breakwater.rollout.engine.policy.RollbackScope;
import java.util.List;
import org.junit.jupiter.api.Test;

class WaitingTest {

    @Test
    void every_phase_names_the_person_or_the_time_it_waits_for() {
        assertThat(waiting(new Draft())).isEqualTo(new Waiting("a person to start it", null));
        assertThat(waiting(new Scheduled(SOAKED))).isEqualTo(new Waiting("its start at 2026-11-23T12:10:00Z", SOAKED));
        assertThat(waiting(new Soaking(0, SOAKED)))
                .isEqualTo(new Waiting("the soak of wave canary until 2026-11-23T12:10:00Z", SOAKED));
        assertThat(waiting(new AwaitingApproval(0)).waitingFor()).isEqualTo("a person to approve wave canary");
        assertThat(waiting(new Paused(new Rolling(0), PauseReason.MANUAL, "lunch")))
                .isEqualTo(new Waiting("a person to resume it (lunch)", null));
        assertThat(waiting(new Halted(0, false, "")))
                .isEqualTo(new Waiting("a person to retry it, roll it back, supersede or cancel it", null));
        assertThat(waiting(new Halted(0, true, "")))
                .isEqualTo(new Waiting("a person to roll it back again, supersede or cancel it", null));
        assertThat(waiting(new Completed())).isEqualTo(new Waiting(null, null));
    }

    @Test
    void a_rolling_wave_waits_for_its_hosts_and_their_deadline() {
        Rollout fresh = rollout(new Rolling(0), "1 settled, 1 offered", "9 pending");
        assertThat(Waiting.of(fresh, NOON))
                .isEqualTo(new Waiting(
                        "hosts of wave canary: 1 of 2 needed hosts settled, 1 still to answer",
                        NOON.plus(Given.DEADLINE)));
        Rollout known = fresh.counting(
                List.of(Given.due("1 settled, 1 offered", NOON.plusSeconds(5)), Given.counts("9 pending")));
        assertThat(Waiting.of(known, NOON).nextCheckAt()).isEqualTo(NOON.plusSeconds(5));
    }

    @Test
    void a_wave_whose_hosts_are_offline_waits_for_them_or_a_person() {
        assertThat(Waiting.of(rollout(new Rolling(0), "2 deferred", "9 pending"), NOON)
                        .waitingFor())
                .isEqualTo("hosts of wave canary to return, or a person to promote it: "
                        + "0 of 1 needed hosts settled, all others are offline, held or failed");
    }

    @Test
    void a_soak_is_watched_for_whatever_comes_first() {
        Rollout soaking = rollout(new Soaking(0, SOAKED), "", "9 pending")
                .counting(List.of(Given.due("2 settled", NOON.plusSeconds(5)), Given.counts("9 pending")));
        assertThat(Waiting.of(soaking, NOON).nextCheckAt()).isEqualTo(NOON.plusSeconds(5));
    }

    @Test
    void a_soak_over_stale_data_waits_for_reports() {
        Rollout soaked = rollout(new Soaking(0, SOAKED), "", "9 pending")
                .counting(List.of(Given.stale("2 settled", NOON), Given.counts("9 pending")));
        assertThat(Waiting.of(soaked, SOAKED).waitingFor())
                .isEqualTo("hosts of wave canary: 2 of 2 hosts settled and have soaked, "
                        + "but one has not reported since 2026-11-23T12:00:00Z");
    }

    @Test
    void a_rollback_waits_for_hosts_that_are_not_owed() {
        Rollout back = rollout(new RollingBack(0, ""), "2 rolling_back, 1 owed", "9 pending");
        assertThat(Waiting.of(back, NOON).waitingFor()).isEqualTo("1 host to prove their last good generation");
    }

    @Test
    void one_sentence_explains_a_rollout() {
        assertThat(Explanation.of(rollout(new Draft(), "2 pending", "9 pending"), NOON)
                        .sentence())
                .isEqualTo("DRAFT: it waits for a person to start it.");
        assertThat(Explanation.of(rollout(new Completed(), "2 settled", "9 settled"), NOON)
                        .sentence())
                .isEqualTo("COMPLETED: it is over.");
    }

    @Test
    void every_rule_of_a_wave_under_way_has_its_evidence() {
        Rollout rollout = rollout(new Soaking(1, SOAKED), "2 settled", "8 settled, 1 failed");
        assertThat(Explanation.of(rollout, NOON).rules())
                .containsExactly(
                        new Rule("budget of wave canary", true, "0 of 2 hosts failed, the budget is 0"),
                        new Rule("budget of wave rest", true, "1 of 9 hosts failed, the budget is 1"),
                        new Rule(
                                "failures no more than chance",
                                true,
                                "1 of 11 hosts judged in this rollout failed where 1% would, with evidence 2.11 of 100 against it"),
                        new Rule("hosts of wave rest settled", true, "8 of 9 hosts settled"),
                        new Rule("soak over", false, "until 2026-11-23T12:10:00Z"),
                        new Rule("data fresh", true, "every settled host reports"));
    }

    @Test
    void a_rule_that_does_not_hold_says_so() {
        assertThat(rules(new Rolling(0), "1 settled, 1 failed"))
                .contains(
                        new Rule("budget of wave canary", false, "1 of 2 hosts failed, the budget is 0"),
                        new Rule("soak over", false, "PT10M to come"));
        assertThat(rules(new RollingBack(0, ""), "2 rolling_back, 1 owed"))
                .containsExactly(
                        new Rule(
                                "touched hosts back or owed",
                                false,
                                "2 hosts rolling back, 1 of them past their deadline"),
                        new Rule("rollback budget", true, "0 failed to roll back, 0 may"));
        assertThat(rules(new Draft(), "2 pending"))
                .containsExactly(new Rule("started", false, "nobody has started it"));
        assertThat(rules(new Scheduled(SOAKED), "2 pending"))
                .containsExactly(new Rule("start time", false, "not before 2026-11-23T12:10:00Z"));
        assertThat(rules(new Scheduled(NOON), "2 pending"))
                .containsExactly(new Rule("start time", true, "not before 2026-11-23T12:00:00Z"));
        assertThat(rules(new Paused(new Rolling(0), PauseReason.MANUAL, "lunch"), "2 offered"))
                .containsExactly(new Rule("not paused", false, "MANUAL: lunch"));
        assertThat(rules(new Halted(0, false, "over budget"), "2 failed"))
                .containsExactly(new Rule("not halted", false, "over budget"));
    }

    @Test
    void approval_is_a_rule_where_it_is_asked_for() {
        Policy policy =
                Given.policy(OnFailure.HALT, RollbackScope.ROLLOUT, Given.approved(Given.wave("canary", "2", "0")));
        assertThat(Explanation.of(rollout(policy, new Rolling(0), "2 offered"), NOON)
                        .rules())
                .contains(new Rule("approved", false, "asked for after the soak"));
        assertThat(Explanation.of(rollout(policy, new AwaitingApproval(0), "2 settled"), NOON)
                        .rules())
                .contains(
                        new Rule("approved", false, "asked for, 0 of 1 given"),
                        new Rule("soak over", true, "PT10M has passed"));
    }

    private static List<Rule> rules(Phase phase, String canary) {
        return Explanation.of(rollout(phase, canary, "9 pending"), NOON).rules();
    }

    private static Waiting waiting(Phase phase) {
        return Waiting.of(rollout(phase, "2 settled", "9 pending"), NOON);
    }
}
