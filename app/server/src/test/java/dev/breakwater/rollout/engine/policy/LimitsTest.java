package dev.breakwater.rollout.engine.policy;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;
import static org.assertj.core.api.Assertions.within;

import java.time.Duration;
import java.util.List;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

class LimitsTest {

    @Test
    void a_rate_is_hosts_per_second_minute_or_hour() {
        assertThat(Rate.parse("startRate", "5/s")).isEqualTo(new Rate(5, Duration.ofSeconds(1)));
        assertThat(Rate.parse("startRate", "100/min")).isEqualTo(new Rate(100, Duration.ofMinutes(1)));
        assertThat(Rate.parse("startRate", "600/h")).isEqualTo(new Rate(600, Duration.ofHours(1)));
    }

    @ParameterizedTest
    @ValueSource(strings = {"", "5", "5/day", "0/s", "-1/s", "1000001/s", "5 / s"})
    void what_is_no_rate_is_refused(String text) {
        assertThatThrownBy(() -> Rate.parse("startRate", text))
                .isInstanceOfSatisfying(
                        InvalidPolicy.class,
                        invalid -> assertThat(invalid.field()).isEqualTo("startRate"));
    }

    @Test
    void a_percentage_may_be_finer_than_one() {
        assertThat(Percentage.parse("expectedFailureRate", "0.5%")).isCloseTo(0.005, within(1e-12));
        assertThatThrownBy(() -> Percentage.parse("expectedFailureRate", "0.5"))
                .hasMessage("expectedFailureRate: must be a percentage such as 1% or 0.5%");
    }

    @Test
    void the_expected_failure_rate_has_a_floor_and_a_cap() {
        assertThat(new Trial(1, Duration.ZERO, 0.005).expectedFailureRate()).isEqualTo(0.005);
        assertThatThrownBy(() -> new Trial(1, Duration.ZERO, 0.0049)).isInstanceOf(InvalidPolicy.class);
        assertThatThrownBy(() -> new Trial(1, Duration.ZERO, 0.0501)).isInstanceOf(InvalidPolicy.class);
    }

    @Test
    void at_least_as_many_people_are_named_as_must_approve() {
        assertThatThrownBy(() -> new Approvals(2, List.of("alice"), Duration.ofDays(1)))
                .hasMessage("approvals/from: must name at least as many people as must approve");
        assertThat(new Approvals(2, List.of(), Duration.ofDays(1)).required()).isEqualTo(2);
    }

    @Test
    void no_label_gate_or_person_is_named_twice() {
        List<String> twice = List.of("a", "a");
        assertThatThrownBy(() -> new Spread(twice, List.of())).hasMessageContaining("spreadBy");
        assertThatThrownBy(() -> new Spread(List.of(), twice)).hasMessageContaining("cover");
        assertThatThrownBy(() -> new Clearance(twice, false)).hasMessageContaining("gates");
        assertThatThrownBy(() -> new Approvals(1, twice, Duration.ofDays(1))).hasMessageContaining("approvals/from");
    }
}
