package dev.breakwater.rollout.engine;

import static dev.breakwater.rollout.engine.Given.NOON;
import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatNoException;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import dev.breakwater.rollout.engine.Event.Tick;
import dev.breakwater.rollout.engine.Phase.PauseReason;
import dev.breakwater.rollout.engine.Phase.Paused;
import dev.breakwater.rollout.engine.Phase.Rolling;
import dev.breakwater.rollout.engine.Phase.Scheduled;
import java.time.Duration;
import java.util.ArrayList;
import java.util.List;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

/** A law that nothing can break proves nothing. */
class LawsTest {

    private static final Rollout EMPTIED = Given.rollout(new Rolling(0), "2 skipped", "9 pending");

    @Test
    void a_wave_all_of_whose_hosts_were_skipped_may_pass_unproved() {
        assertThatNoException().isThrownBy(() -> Laws.hold(EMPTIED, new Tick(), passing(), NOON));
    }

    @ParameterizedTest
    @ValueSource(
            strings = {
                "2 held",
                "1 held, 1 skipped",
                "2 deferred",
                "1 deferred, 1 held",
                "2 claimed",
                "1 failed, 1 skipped"
            })
    void no_wave_passes_whose_hosts_were_merely_not_judged(String hosts) {
        Decision wrong = counting(passing(), hosts);
        assertThatThrownBy(() -> Laws.hold(EMPTIED, new Tick(), wrong, NOON)).isInstanceOf(AssertionError.class);
    }

    /** Found by seed 2026122339: the decision did not end where it began. */
    @Test
    void what_a_person_goes_on_without_may_be_lost_even_where_the_first_wave_is_passed_at_once() {
        Dependency lost = new Dependency("other", "other", "CANCELLED", true, null, Duration.ZERO);
        Phase paused = new Paused(new Scheduled(NOON), PauseReason.DEPENDENCY, "other is CANCELLED");
        Rollout waiting =
                Given.rollout(paused, "2 skipped", "9 pending").amid(new Outside(Consent.NONE, List.of(lost)));
        Event resume = new Event.Resume(Given.ALICE);
        Decision decision = Engine.decide(waiting, resume, NOON);
        assertThat(decision.next().phase()).isEqualTo(new Rolling(1));
        assertThatNoException().isThrownBy(() -> Laws.hold(waiting, resume, decision, NOON));
    }

    private static Decision passing() {
        return Engine.decide(EMPTIED, new Tick(), NOON);
    }

    private static Decision counting(Decision decision, String hosts) {
        List<Wave> waves = new ArrayList<>(decision.next().waves());
        waves.set(0, waves.getFirst().counting(Given.counts(hosts)));
        Rollout next = new Rollout(decision.next().policy(), decision.next().phase(), waves);
        return new Decision(next, decision.commands(), decision.outcome());
    }
}
