package dev.breakwater.rollout.gate;

import static dev.breakwater.rollout.engine.GateVerdict.ERROR;
import static dev.breakwater.rollout.engine.GateVerdict.FAIL;
import static dev.breakwater.rollout.engine.GateVerdict.INCONCLUSIVE;
import static dev.breakwater.rollout.engine.GateVerdict.NO_DATA;
import static dev.breakwater.rollout.engine.GateVerdict.PASS;
import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.util.Arrays;
import java.util.stream.Collectors;
import org.junit.jupiter.api.Test;
import tools.jackson.databind.json.JsonMapper;

class PrometheusAnswersTest {
    private final PrometheusAnswers answers = new PrometheusAnswers(JsonMapper.shared());

    @Test
    void one_condition_decides_both_ways() {
        assertThat(read("< 1", null, null, "0.5").verdict()).isEqualTo(PASS);
        assertThat(read("< 1", null, null, "2"))
                .extracting(Finding::verdict, Finding::why)
                .containsExactly(FAIL, "2 is not < 1");
        assertThat(read(null, "> 1", null, "0.5").verdict()).isEqualTo(PASS);
        assertThat(read(null, "> 1", null, "2").verdict()).isEqualTo(FAIL);
    }

    @Test
    void between_two_conditions_it_cannot_tell_and_of_both_failure_counts() {
        assertThat(read("< 1", "> 5", null, "3").verdict()).isEqualTo(INCONCLUSIVE);
        assertThat(read("< 5", "> 1", null, "3").verdict()).isEqualTo(FAIL);
        assertThat(read("< 1", "> 5", null, "0.5").verdict()).isEqualTo(PASS);
    }

    @Test
    void nothing_and_not_a_number_are_no_data() {
        assertThat(read("< 1", null, null).verdict()).isEqualTo(NO_DATA);
        assertThat(read("< 1", null, null, "NaN").verdict()).isEqualTo(NO_DATA);
        assertThat(read("< 1", null, Reduce.MAX, "NaN", "0").verdict()).isEqualTo(PASS);
    }

    @Test
    void several_series_are_an_error_unless_reduced() {
        assertThat(read("< 2", null, null, "1", "3").verdict()).isEqualTo(ERROR);
        assertThat(read("< 2", null, Reduce.MAX, "1", "3").verdict()).isEqualTo(FAIL);
        assertThat(read("< 2", null, Reduce.MIN, "1", "3").verdict()).isEqualTo(PASS);
        assertThat(read("<= 2", null, Reduce.AVG, "1", "3").proof().value()).isEqualTo(2);
    }

    @Test
    void infinity_is_a_value_to_judge_but_none_to_keep() {
        var finding = read("< 2", null, null, "+Inf");
        assertThat(finding.verdict()).isEqualTo(FAIL);
        assertThat(finding.proof().value()).isNull();
    }

    @Test
    void a_scalar_is_a_value() {
        var body = "{\"status\":\"success\",\"data\":{\"resultType\":\"scalar\",\"result\":[1,\"7\"]}}";
        assertThat(answers.read(config("> 5", null, null), body, "q", "l").verdict())
                .isEqualTo(PASS);
    }

    @Test
    void too_few_samples_are_no_data() {
        var config = new GateConfig(null, "q", "< 1", null, null, 100.0, "n", null, null, null, null);
        assertThat(answers.tooFew(config, body("99"), "n", "l"))
                .extracting(Finding::verdict, Finding::why)
                .containsExactly(NO_DATA, "99 samples, 100 are needed");
        assertThat(answers.tooFew(config, body(), "n", "l").verdict()).isEqualTo(NO_DATA);
        assertThat(answers.tooFew(config, body("60", "40"), "n", "l")).isNull();
    }

    @Test
    void what_is_no_answer_is_an_error() {
        var config = config("< 1", null, null);
        assertThatThrownBy(() -> answers.read(config, "<html>", "q", "l")).isInstanceOf(Unreachable.class);
        assertThatThrownBy(() -> answers.read(config, "{}", "q", "l")).isInstanceOf(Unreachable.class);
        assertThatThrownBy(() -> answers.read(config, body("soon"), "q", "l")).isInstanceOf(Unreachable.class);
    }

    private Finding read(String success, String failure, Reduce reduce, String... values) {
        return answers.read(config(success, failure, reduce), body(values), "q", "l");
    }

    private static GateConfig config(String success, String failure, Reduce reduce) {
        return new GateConfig(null, "q", success, failure, reduce, null, null, null, null, null, null);
    }

    private static String body(String... values) {
        var series = Arrays.stream(values)
                .map(value -> "{\"metric\":{},\"value\":[1,\"%s\"]}".formatted(value))
                .collect(Collectors.joining(","));
        return "{\"status\":\"success\",\"data\":{\"resultType\":\"vector\",\"result\":[%s]}}".formatted(series);
    }
}
