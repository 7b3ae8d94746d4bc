package dev.breakwater.rollout.engine.evidence;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatIllegalArgumentException;
import static org.assertj.core.api.Assertions.within;

import java.io.IOException;
import java.util.List;
import org.junit.jupiter.api.Test;

class SequentialTest {

    @Test
    void the_e_value_is_that_of_exact_fractions() throws IOException {
        for (double[] row : Golden.rows("logE")) {
            double logE = new Sequential(row[2]).logEValue(Golden.tally(row));
            assertThat(logE).as("%s of %s at %s", row[1], row[0], row[2]).isCloseTo(row[3], within(1e-9));
        }
    }

    @Test
    void nobody_judged_says_nothing() {
        assertThat(new Sequential(0.01).eValue(Tally.NONE)).isCloseTo(1, within(1e-12));
        assertThat(new Sequential(0.01).alarms(Tally.NONE)).isFalse();
    }

    @Test
    void two_of_two_failures_alarm_and_one_does_not() {
        assertThat(new Sequential(0.01).alarms(new Tally(1, 1))).isFalse();
        assertThat(new Sequential(0.01).alarms(new Tally(2, 2))).isTrue();
    }

    @Test
    void the_alarm_sounds_at_a_hundred() {
        Sequential test = new Sequential(0.01);
        assertThat(test.eValue(new Tally(41, 4))).isGreaterThan(Sequential.THRESHOLD * 0.9);
        for (int judged = 4; judged < 200; judged++) {
            Tally tally = new Tally(judged, 4);
            assertThat(test.alarms(tally)).isEqualTo(test.eValue(tally) >= 100);
        }
    }

    /** The e-value compares with a rate, not with an upper bound of it: a flawless rollout is just as improbable. */
    @Test
    void fewer_failures_than_expected_never_alarm() {
        Sequential test = new Sequential(0.05);
        assertThat(test.eValue(new Tally(1000, 0))).isGreaterThan(Sequential.THRESHOLD);
        assertThat(test.alarms(new Tally(1000, 0))).isFalse();
        assertThat(test.alarms(new Tally(100_000, 4_000))).isFalse();
        assertThat(test.alarms(new Tally(100_000, 6_000))).isTrue();
    }

    @Test
    void one_failure_more_never_ends_an_alarm() {
        for (double rate : List.of(0.0001, 0.005, 0.05, Sequential.RATE_MAX)) {
            Sequential test = new Sequential(rate);
            for (int judged = 1; judged <= 300; judged++) {
                for (int failed = 0; failed < judged; failed++) {
                    if (test.alarms(new Tally(judged, failed))) {
                        assertThat(test.alarms(new Tally(judged, failed + 1))).isTrue();
                        assertThat(test.alarms(new Tally(judged + 1, failed + 1)))
                                .isTrue();
                    }
                }
            }
        }
    }

    @Test
    void no_rate_is_expected_that_makes_no_sense() {
        assertThatIllegalArgumentException().isThrownBy(() -> new Sequential(0));
        assertThatIllegalArgumentException().isThrownBy(() -> new Sequential(0.21));
        assertThatIllegalArgumentException().isThrownBy(() -> new Sequential(Double.NaN));
    }
}
