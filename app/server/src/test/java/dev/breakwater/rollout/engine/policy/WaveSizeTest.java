package dev.breakwater.rollout.engine.policy;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import dev.breakwater.rollout.engine.policy.WaveSize.Count;
import dev.breakwater.rollout.engine.policy.WaveSize.Matching;
import dev.breakwater.rollout.engine.policy.WaveSize.Percent;
import dev.breakwater.rollout.engine.policy.WaveSize.Rest;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;

class WaveSizeTest {

    @Test
    void a_size_is_a_count_a_percentage_a_selector_or_the_rest() {
        assertThat(WaveSize.parse("2")).isEqualTo(new Count(2));
        assertThat(WaveSize.parse("50%")).isEqualTo(new Percent(50));
        assertThat(WaveSize.parse("selector: env=canary,role in (web,api)"))
                .isEqualTo(new Matching("env=canary,role in (web,api)"));
        assertThat(WaveSize.parse("rest")).isEqualTo(new Rest());
    }

    @ParameterizedTest
    @CsvSource(
            delimiter = '|',
            value = {
                "0 | size: a count must be at least 1",
                "1000001 | size: a count must not exceed 1000000",
                "0% | size: a percentage must be at least 1",
                "101% | size: a percentage must not exceed 100",
                "selector: | size: a selector must not be empty",
                "-3 | size: must be a count such as 2, a percentage, rest, or selector: …",
                "half | size: must be a count such as 2, a percentage, rest, or selector: …",
            })
    void a_bad_size_names_the_rule_it_breaks(String size, String rule) {
        assertThatThrownBy(() -> WaveSize.parse(size))
                .isInstanceOf(InvalidPolicy.class)
                .hasMessage(rule);
    }

    @ParameterizedTest
    @ValueSource(strings = {"2", "50%", "rest", "selector: env=canary"})
    void a_size_is_written_as_it_is_read(String text) {
        assertThat(WaveSize.parse(text)).hasToString(text);
    }
}
