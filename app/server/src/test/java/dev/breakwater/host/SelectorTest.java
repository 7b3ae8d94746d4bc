package dev.breakwater.host;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatExceptionOfType;

import java.util.Map;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;

class SelectorTest {
    private static final Map<String, String> WEB = Map.of("env", "prod", "role", "web", "empty", "", "a.io/x", "1");

    @ParameterizedTest
    @CsvSource(
            delimiter = '|',
            value = {
                "env=prod                        | true",
                "env==prod                       | true",
                "env = prod                      | true",
                "env=dev                         | false",
                "missing=prod                    | false",
                "env!=prod                       | false",
                "env!=dev                        | true",
                "missing!=dev                    | true",
                "role in (web,api)               | true",
                "role in ( api , db )            | false",
                "missing in (web)                | false",
                "role notin (web,api)            | false",
                "role notin (db)                 | true",
                "missing notin (web)             | true",
                "env                             | true",
                "missing                         | false",
                "!env                            | false",
                "!missing                        | true",
                "! missing                       | true",
                "empty=                          | true",
                "env=                            | false",
                "empty in (,x)                   | true",
                "a.io/x=1                        | true",
                "env=prod,role in (web),!legacy  | true",
                "env=prod,legacy                 | false",
                "env=prod,env=dev                | false",
                "in                              | false",
                "notin!=in                       | true",
            })
    void it_matches_labels_as_kubernetes_does(String text, boolean expected) {
        assertThat(Selector.parse(text).matches(WEB)).isEqualTo(expected);
    }

    @ParameterizedTest
    @ValueSource(strings = {"", "   ", "\t"})
    void an_empty_one_matches_every_host(String text) {
        assertThat(Selector.parse(text)).isEqualTo(Selector.ALL);
        assertThat(Selector.ALL.matches(Map.of())).isTrue();
    }

    @ParameterizedTest
    @CsvSource(
            delimiter = '|',
            value = {
                "env=prod,               | 9",
                ",env                    | 0",
                "=prod                   | 0",
                "env=prod role=web       | 9",
                "env in prod             | 7",
                "env in ()               | 8",
                "env in (prod            | 12",
                "env>5                   | 3",
                "-env                    | 0",
                "env=-prod               | 4",
                "env=prod;drop           | 8",
                "Up.io/x                 | 0",
                "a/b/c                   | 0",
                "/x                      | 0",
                "x/                      | 0",
                "env=\"prod\"            | 4",
                "!                       | 1",
                "!!env                   | 1",
                "env=pröd                | 6",
            })
    void what_is_no_selector_is_refused_where_it_stops_being_one(String text, int position) {
        assertThatExceptionOfType(InvalidSelector.class)
                .isThrownBy(() -> Selector.parse(text))
                .satisfies(refused -> assertThat(refused.position()).isEqualTo(position))
                .satisfies(refused -> assertThat(refused.code()).isEqualTo("invalid_selector"));
    }

    @Test
    void labels_and_selectors_longer_than_kubernetes_allows_are_refused() {
        assertThat(Selector.parse("k".repeat(63) + "=" + "v".repeat(63)).requirements())
                .hasSize(1);
        assertThatExceptionOfType(InvalidSelector.class).isThrownBy(() -> Selector.parse("k".repeat(64)));
        assertThatExceptionOfType(InvalidSelector.class).isThrownBy(() -> Selector.parse("k=" + "v".repeat(64)));
        assertThatExceptionOfType(InvalidSelector.class).isThrownBy(() -> Selector.parse("a,".repeat(64) + "a"));
        assertThatExceptionOfType(InvalidSelector.class).isThrownBy(() -> Selector.parse(" ".repeat(5000)));
    }

    @ParameterizedTest
    @ValueSource(
            strings = {"env=prod", "env!=prod", "role in (api,web)", "role notin (api,web)", "env", "!env", "a.io/x=,!b"
            })
    void its_text_is_canonical(String text) {
        assertThat(Selector.parse(text).toString()).isEqualTo(text);
        assertThat(Selector.parse(" " + text.replace(",", " , "))).isEqualTo(Selector.parse(text));
    }

    @Test
    void the_order_and_number_of_values_do_not_matter() {
        assertThat(Selector.parse("a in (y,x,y)")).hasToString("a in (x,y)");
        assertThat(Selector.parse("a in (x)")).isEqualTo(Selector.parse("a=x"));
    }

    @Test
    void sql_takes_every_key_and_value_as_a_parameter() {
        var sql = Selector.parse("env=prod,role notin (a,b),!legacy").sql("h.labels", "mine");
        assertThat(sql.where()).doesNotContain("prod", "role", "legacy");
        assertThat(sql.params()).containsOnlyKeys("mine0", "mine1", "mine2", "mine3");
    }
}
