package dev.breakwater.rollout.gate;

import static org.assertj.core.api.Assertions.assertThat;

import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;

class ConditionTest {

    @ParameterizedTest
    @CsvSource({
        "< 1, 0.9, true", "< 1, 1, false", "<=1, 1, true", "<= 1, 1.1, false", "> 1, 1, false", "> 1, 1.1, true",
        ">= 1, 1, true", ">= 1, 0.9, false", "== 0, 0, true", "== 0, 1, false", "!= 0, 1, true", "!= 0, 0, false",
        "> -1e-3, 0, true", "< .5, 0.4, true"
    })
    void a_condition_compares_with_a_number(String text, double value, boolean holds) {
        assertThat(Condition.parse(text).orElseThrow().holds(value)).isEqualTo(holds);
    }

    @ParameterizedTest
    @ValueSource(strings = {"", "1", "=1", "< one", "< 1 or > 2", "<> 1", "< 0x10"})
    void anything_else_is_none(String text) {
        assertThat(Condition.parse(text)).isEmpty();
    }
}
