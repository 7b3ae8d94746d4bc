package dev.breakwater.web;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.catchThrowableOfType;

import java.time.Duration;
import java.util.List;
import java.util.Map;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import tools.jackson.core.JacksonException;
import tools.jackson.databind.DeserializationFeature;
import tools.jackson.databind.json.JsonMapper;

class JsonProblemsTest {
    private static final JsonMapper JSON = JsonMapper.builder()
            .addModule(new TextRules().textWithoutNul())
            .enable(DeserializationFeature.FAIL_ON_UNKNOWN_PROPERTIES)
            .build();

    record Wave(String name, Duration soak, int size) {
        Wave {
            if (size < 0) {
                throw new InvalidField("/size", "must not be negative");
            }
        }
    }

    record Plan(List<Wave> waves, Map<String, String> labels) {}

    @ParameterizedTest
    @CsvSource(delimiter = '|', textBlock = """
            {"waves":[{"size":-1}]}            | invalid_field | /waves/0/size | must not be negative
            {"waves":[{"size":"many"}]}        | invalid_field | /waves/0/size | must be a whole number, and not too large
            {"waves":[{"soak":"soon"}]}        | invalid_field | /waves/0/soak | must be an ISO-8601 duration like PT10M
            {"waves":{}}                       | invalid_field | /waves        | must be a list
            {"waves":[{"size":1,"speed":1}]}   | unknown_field | /waves/0/speed| is not a field here; known are name, size, soak
            {"labels":{"a/b~c":"\\u0000"}}     | nul_character | /labels/a~1b~0c | must not contain the NUL character
            {"labels":{"\\u0000":"x"}}         | nul_character | /labels       | must not contain the NUL character
            """)
    void a_wrong_field_is_named_with_its_rule(String body, String code, String pointer, String rule) {
        var problem = JsonProblems.of(wrong(body));
        assertThat(problem.code()).isEqualTo(code);
        assertThat(problem.errors()).containsExactly(new FieldError(pointer, rule));
    }

    @Test
    void text_that_is_no_json_is_located() {
        assertThat(JsonProblems.of(wrong("{\"waves\" 1}"))).hasMessageContaining("line 1, column");
    }

    private static JacksonException wrong(String body) {
        return catchThrowableOfType(JacksonException.class, () -> JSON.readValue(body, Plan.class));
    }
}
