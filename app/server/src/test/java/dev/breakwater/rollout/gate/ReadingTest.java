package dev.breakwater.rollout.gate;

import static dev.breakwater.rollout.engine.GateVerdict.ERROR;
import static dev.breakwater.rollout.engine.GateVerdict.FAIL;
import static dev.breakwater.rollout.engine.GateVerdict.INCONCLUSIVE;
import static dev.breakwater.rollout.engine.GateVerdict.NO_DATA;
import static dev.breakwater.rollout.engine.GateVerdict.PASS;
import static org.assertj.core.api.Assertions.assertThat;

import dev.breakwater.rollout.engine.GateVerdict;
import dev.breakwater.rollout.gate.Definition.Patience;
import dev.breakwater.rollout.gate.Finding.Proof;
import java.time.Duration;
import org.junit.jupiter.api.Test;

class ReadingTest {

    @Test
    void errors_pause_when_there_are_too_many_in_a_row() {
        assertThat(read(ERROR, NoDataPolicy.WAIT, 0)).isEqualTo(new Reading(ERROR, false, "why", 1));
        assertThat(read(ERROR, NoDataPolicy.WAIT, 2)).isEqualTo(new Reading(ERROR, false, "why (3 times in a row)", 3));
        assertThat(read(ERROR, NoDataPolicy.WAIT, 3)).isEqualTo(new Reading(ERROR, true, "why (4 times in a row)", 4));
    }

    @Test
    void any_answer_ends_the_row() {
        for (var verdict : GateVerdict.values()) {
            assertThat(read(verdict, NoDataPolicy.WAIT, 3).errors()).isEqualTo(verdict == ERROR ? 4 : 0);
        }
    }

    @Test
    void no_data_means_what_the_gate_says() {
        assertThat(read(NO_DATA, NoDataPolicy.WAIT, 0)).isEqualTo(new Reading(NO_DATA, false, "why", 0));
        assertThat(read(NO_DATA, NoDataPolicy.PAUSE, 0)).isEqualTo(new Reading(NO_DATA, true, "why", 0));
        assertThat(read(NO_DATA, NoDataPolicy.FAIL, 0).verdict()).isEqualTo(FAIL);
        assertThat(read(NO_DATA, NoDataPolicy.PASS, 0).verdict()).isEqualTo(PASS);
    }

    @Test
    void who_cannot_tell_pauses_and_who_can_does_not() {
        assertThat(read(INCONCLUSIVE, NoDataPolicy.WAIT, 0).pauses()).isTrue();
        assertThat(read(PASS, NoDataPolicy.PAUSE, 0).pauses()).isFalse();
        assertThat(read(FAIL, NoDataPolicy.PAUSE, 0).pauses()).isFalse();
    }

    private static Reading read(GateVerdict verdict, NoDataPolicy onNoData, int errors) {
        var patience = new Patience(onNoData, Duration.ofMinutes(1), Duration.ofSeconds(1), 4);
        return Reading.of(Finding.of(verdict, "why", Proof.NONE), patience, errors);
    }
}
