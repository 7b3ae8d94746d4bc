package dev.breakwater.rollout.engine.policy;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import dev.breakwater.rollout.engine.policy.Limit.Absolute;
import dev.breakwater.rollout.engine.policy.Limit.Share;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;

class LimitTest {

    @Test
    void a_number_is_a_number_of_hosts() {
        assertThat(Limit.parse("maxFailed", "2")).isEqualTo(new Absolute(2));
        assertThat(new Absolute(2).of(1_000)).isEqualTo(2);
    }

    @ParameterizedTest
    @CsvSource({"2%,100,2", "2%,99,1", "10%,9,0", "100%,7,7", "0%,7,0", "33%,1000000,330000"})
    void a_percentage_rounds_down(String limit, int hosts, int allowed) {
        assertThat(Limit.parse("maxFailed", limit).of(hosts)).isEqualTo(allowed);
    }

    @ParameterizedTest
    @ValueSource(strings = {"", "-1", "two", "2.5%", "%", "99999999", "2 hosts"})
    void what_is_neither_names_the_field_and_the_rule(String text) {
        assertThatThrownBy(() -> Limit.parse("maxFailed", text))
                .isInstanceOf(InvalidPolicy.class)
                .hasMessage("maxFailed: must be a number of hosts such as 2, or a percentage such as 2%");
    }

    @Test
    void a_percentage_ends_at_100() {
        assertThat(Limit.parse("maxFailed", "100%")).isEqualTo(new Share(100));
        assertThatThrownBy(() -> Limit.parse("maxFailed", "101%"))
                .hasMessage("maxFailed: a percentage must not exceed 100");
    }

    @ParameterizedTest
    @ValueSource(strings = {"0", "7", "0%", "50%"})
    void a_limit_is_written_as_it_is_read(String text) {
        assertThat(Limit.parse("maxFailed", text)).hasToString(text);
    }
}
