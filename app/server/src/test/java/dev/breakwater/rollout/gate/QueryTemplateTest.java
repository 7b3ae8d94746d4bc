package dev.breakwater.rollout.gate;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.List;
import java.util.Map;
import java.util.regex.Pattern;
import org.junit.jupiter.api.Test;

class QueryTemplateTest {

    @Test
    void variables_are_replaced_and_everything_else_stays() {
        var query = QueryTemplate.render(
                "sum(rate(errors{host=~\"$hosts\"}[$since])) / 2 # 100%",
                Map.of("$hosts", "web-01|web-02", "$since", "90s"));
        assertThat(query).isEqualTo("sum(rate(errors{host=~\"web-01|web-02\"}[90s])) / 2 # 100%");
    }

    @Test
    void a_value_is_never_read_as_a_variable_again() {
        assertThat(QueryTemplate.render("$wave", Map.of("$wave", "$rollout", "$rollout", "x")))
                .isEqualTo("$rollout");
    }

    @Test
    void a_value_cannot_end_the_string_it_stands_in() {
        assertThat(QueryTemplate.quoted("a\"} or vector(1) #\\ ' `"))
                .isEqualTo("a\\x22} or vector(1) #\\x5c \\x27 \\x60");
    }

    @Test
    void hosts_match_themselves_and_nothing_else() {
        var pattern = Pattern.compile(QueryTemplate.alternatives(List.of("web.01", "me@home", "a_b-c")));
        assertThat(pattern.matcher("web.01").matches()).isTrue();
        assertThat(pattern.matcher("webx01").matches()).isFalse();
        assertThat(pattern.matcher("me@home").matches()).isTrue();
        assertThat(pattern.matcher("a_b-c").matches()).isTrue();
        assertThat(pattern.matcher("a_b").matches()).isFalse();
    }

    @Test
    void what_a_name_could_mean_to_a_regular_expression_or_a_string_is_taken_from_it() {
        assertThat(QueryTemplate.alternatives(List.of("a|b", "c*", "d\"e", "f\\g", "h]i")))
                .isEqualTo("a[|]b|c[*]|d.e|f.g|h[]]i");
    }

    @Test
    void a_misspelt_variable_is_found() {
        assertThat(QueryTemplate.unknownVariable("up{host=~\"$host\"}")).contains("$host");
        assertThat(QueryTemplate.unknownVariable("up{host=~\"$hosts\"}[$since]"))
                .isEmpty();
    }
}
