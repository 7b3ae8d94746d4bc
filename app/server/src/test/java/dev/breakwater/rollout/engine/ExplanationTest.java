package dev.breakwater.rollout.engine;

import static dev.breakwater.rollout.engine.Given.NOON;
import static dev.breakwater.rollout.engine.Given.SOAKED;
import static org.assertj.core.api.Assertions.assertThat;

import dev.breakwater.rollout.engine.Explanation.Rule;
import dev.breakwater.rollout.engine.Phase.AwaitingApproval;
import dev.breakwater.rollout.engine.Phase.Draft;
import dev.breakwater.rollout.engine.Phase.Ended;
import dev.breakwater.rollout.engine.Phase.Enlisting;
import dev.breakwater.rollout.engine.Phase.Halted;
import dev.breakwater.rollout.engine.Phase.Pausable;
import dev.breakwater.rollout.engine.Phase.PauseReason;
import dev.breakwater.rollout.engine.Phase.Paused;
import dev.breakwater.rollout.engine.Phase.Rolling;
import dev.breakwater.rollout.engine.Phase.RollingBack;
import dev.breakwater.rollout.engine.Phase.Scheduled;
import dev.breakwater.rollout.engine.Phase.Soaking;
import dev.breakwater.rollout.engine.policy.Policy;
import dev.breakwater.rollout.engine.policy.RollbackPermission;
import dev.breakwater.rollout.engine.policy.Trial;
import java.time.Duration;
import java.util.ArrayList;
import java.util.List;
import java.util.stream.Collectors;
import java.util.stream.Stream;
import org.junit.jupiter.api.Test;

/** No state of a rollout without an answer: what it waits for, the rules, the evidence. */
class ExplanationTest {

    @Test
    void every_phase_that_is_not_an_end_is_among_those_asked_here() {
        assertThat(phases().map(Object::getClass).collect(Collectors.toSet()))
                .containsExactlyInAnyOrderElementsOf(leaves(Phase.class)
                        .filter(each -> !Ended.class.isAssignableFrom(each))
                        .toList());
    }

    @Test
    void every_phase_in_every_state_of_its_wave_says_what_it_waits_for_and_why() {
        phases().forEach(phase -> {
            for (WaveState state : WaveState.values()) {
                for (String counts :
                        List.of("2 settled", "1 settled, 1 offered", "2 failed", "2 deferred", "2 held", "2 skipped")) {
                    answers(in(state, Given.rollout(phase, counts, "9 pending")));
                }
            }
        });
    }

    @Test
    void every_rollout_bound_by_others_says_by_whom() {
        Bound.rollouts().forEach(ExplanationTest::answers);
        assertThat(sentence(new Scheduled(NOON), Bound.RUNNING))
                .isEqualTo("SCHEDULED: it waits for what it depends on: dev is ROLLING.");
        assertThat(sentence(new Scheduled(NOON), Bound.COMPLETED))
                .isEqualTo(
                        "SCHEDULED: it waits for what it depends on: dev is COMPLETED, for PT10M at " + SOAKED + ".");
        assertThat(sentence(new Paused(new Scheduled(NOON), PauseReason.DEPENDENCY, "dev is ROLLED_BACK"), Bound.LOST))
                .isEqualTo("PAUSED: it waits for a person to resume it without what it depends on, or to cancel it"
                        + " (dev is ROLLED_BACK).");
    }

    @Test
    void who_has_approved_and_how_many_must_is_said() {
        Rollout asking = Given.rollout(Bound.approving(2), new AwaitingApproval(0), "2 settled", "9 pending")
                .amid(Bound.approvedBy(SOAKED, "bob"));
        Explanation explanation = Explanation.of(asking, NOON);
        assertThat(explanation.sentence())
                .isEqualTo("AWAITING_APPROVAL: it waits for a person to approve wave canary, 1 of 2 given (bob).");
        assertThat(explanation.waiting().nextCheckAt()).isEqualTo(SOAKED);
        assertThat(explanation.rules()).contains(new Rule("approved", false, "asked for, 1 of 2 given (bob)"));
        assertThat(Explanation.of(asking, SOAKED).sentence()).contains("0 of 2 given.");
    }

    @Test
    void what_cannot_go_back_says_so() {
        assertThat(halted(RollbackPermission.FORBIDDEN).sentence())
                .isEqualTo(
                        "HALTED: it waits for a person to retry, supersede or cancel it; it must not be rolled back.");
        assertThat(halted(RollbackPermission.APPROVAL).rules())
                .contains(new Rule("may go back", false, "only an approver may roll it back"));
        assertThat(halted(RollbackPermission.ALLOWED).rules()).hasSize(1);
    }

    @Test
    void the_final_soak_is_the_last_waves_rule() {
        Policy plain = Given.policy();
        Policy last = new Policy(
                plain.waves(),
                plain.limits(),
                plain.spread(),
                Trial.of(1, Duration.ofHours(1)),
                plain.approvals(),
                plain.rollback());
        assertThat(Explanation.of(Given.rollout(last, new Rolling(1), "2 settled", "9 offered"), NOON)
                        .rules())
                .contains(new Rule("soak over", false, "PT1H to come"));
        assertThat(Explanation.of(Given.rollout(last, new Rolling(0), "2 offered", "9 pending"), NOON)
                        .rules())
                .contains(new Rule("soak over", false, "PT10M to come"));
    }

    private static void answers(Rollout rollout) {
        Explanation explanation = Explanation.of(rollout, NOON);
        assertThat(explanation.sentence()).contains(": it waits for ").endsWith(".");
        assertThat(explanation.waiting().waitingFor()).isNotBlank();
        assertThat(explanation.rules()).isNotEmpty().allSatisfy(rule -> {
            assertThat(rule.rule()).isNotBlank();
            assertThat(rule.evidence()).isNotBlank();
        });
    }

    private static Stream<Phase> phases() {
        List<Pausable> forward = List.of(
                new Scheduled(SOAKED),
                new Rolling(0),
                new Soaking(0, SOAKED),
                new AwaitingApproval(0),
                new Enlisting(1));
        List<Phase> phases = new ArrayList<>(forward);
        for (PauseReason reason : PauseReason.values()) {
            forward.forEach(resume -> phases.add(new Paused(resume, reason, "because")));
        }
        phases.addAll(
                List.of(new Draft(), new RollingBack(0, "w"), new Halted(0, false, "w"), new Halted(0, true, "w")));
        return phases.stream();
    }

    private static Stream<Class<?>> leaves(Class<?> type) {
        return type.isSealed()
                ? Stream.of(type.getPermittedSubclasses()).flatMap(ExplanationTest::leaves)
                : Stream.of(type);
    }

    private static Rollout in(WaveState state, Rollout rollout) {
        List<Wave> waves = rollout.waves().stream().map(wave -> wave.in(state)).toList();
        return new Rollout(rollout.policy(), rollout.phase(), waves);
    }

    private static String sentence(Phase phase, Dependency dependency) {
        return Explanation.of(Given.rollout(phase, "2 pending", "9 pending").amid(Bound.after(dependency)), NOON)
                .sentence();
    }

    private static Explanation halted(RollbackPermission permission) {
        return Explanation.of(
                Given.rollout(Bound.returning(permission), new Halted(0, false, "w"), "2 failed", "9 pending"), NOON);
    }
}
