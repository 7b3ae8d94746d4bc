package dev.breakwater.rollout.engine.evidence;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatIllegalArgumentException;
import static org.assertj.core.api.Assertions.within;

import dev.breakwater.rollout.engine.evidence.EvidenceMeter.Miss;
import org.junit.jupiter.api.Test;

class EvidenceMeterTest {

    @Test
    void three_healthy_hosts_would_miss_a_defect_of_one_in_ten_in_73_percent_of_cases() {
        EvidenceMeter meter = EvidenceMeter.of(new Tally(3, 0), 0.01);
        assertThat(meter.missProbability()).extracting(Miss::defectRate).containsExactly(0.5, 0.2, 0.1, 0.05, 0.01);
        assertThat(meter.missProbability().get(2).probability()).isCloseTo(0.729, within(1e-12));
        assertThat(meter.upperBound()).isCloseTo(0.6316, within(0.0001));
        assertThat(meter.interval().low()).isZero();
        assertThat(meter.interval().high()).isCloseTo(0.7076, within(0.0001));
    }

    @Test
    void the_meter_shows_what_it_rests_on() {
        EvidenceMeter meter = EvidenceMeter.of(new Tally(42, 4), 0.01);
        assertThat(meter.judged()).isEqualTo(42);
        assertThat(meter.failed()).isEqualTo(4);
        assertThat(meter.expectedFailureRate()).isEqualTo(0.01);
        assertThat(meter.eValue()).isCloseTo(85.5, within(0.1));
        assertThat(meter.threshold()).isEqualTo(100);
        assertThat(meter.interval().low()).isLessThan(4.0 / 42).isPositive();
    }

    @Test
    void an_e_value_beyond_all_doubt_is_shown_as_a_number() {
        assertThat(EvidenceMeter.of(new Tally(1000, 1000), 0.01).eValue()).isEqualTo(EvidenceMeter.E_VALUE_SHOWN);
    }

    @Test
    void a_tally_makes_sense() {
        assertThat(new Tally(3, 1).plus(new Tally(2, 2))).isEqualTo(new Tally(5, 3));
        assertThatIllegalArgumentException().isThrownBy(() -> new Tally(1, 2));
        assertThatIllegalArgumentException().isThrownBy(() -> new Tally(1, -1));
    }

    @Test
    void the_base_rate_moves_from_belief_to_experience_within_its_bounds() {
        assertThat(BaseRate.of(Tally.NONE)).isEqualTo(0.01);
        assertThat(BaseRate.of(new Tally(900, 29))).isEqualTo(0.03);
        assertThat(BaseRate.of(new Tally(100_000, 10))).isEqualTo(BaseRate.FLOOR);
        assertThat(BaseRate.of(new Tally(1000, 500))).isEqualTo(BaseRate.CAP);
    }
}
