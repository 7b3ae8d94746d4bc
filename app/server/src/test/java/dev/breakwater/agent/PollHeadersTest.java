package dev.breakwater.agent;

import static org.assertj.core.api.Assertions.assertThat;

import java.time.Duration;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

class PollHeadersTest {
    private static final Duration MINUTE = Duration.ofMinutes(1);

    @ParameterizedTest
    @CsvSource(
            delimiter = '|',
            value = {
                "wait=30|30",
                "respond-async, wait=10|10",
                "wait=10; foo|10",
                "WAIT=10|0",
                "wait=-1|0",
                "wait=abc|0",
                "wait=3000|60",
                "await=10|0",
                "wait=\"5\"|5"
            })
    void waits_as_long_as_preferred_and_never_longer_than_a_minute(String prefer, long seconds) {
        assertThat(new PollHeaders("\"a\"", prefer).wait(MINUTE)).isEqualTo(Duration.ofSeconds(seconds));
    }

    @Test
    void does_not_keep_a_host_waiting_that_knows_nothing_yet() {
        assertThat(new PollHeaders(null, "wait=30").wait(MINUTE)).isZero();
    }

    @ParameterizedTest
    @CsvSource(
            delimiter = '|',
            value = {"\"a\"|true", "W/\"a\"|true", "\"b\", \"a\"|true", "*|true", "\"b\"|false", "a|false"})
    void knows_what_it_names(String ifNoneMatch, boolean known) {
        assertThat(new PollHeaders(ifNoneMatch, null).knows("\"a\"")).isEqualTo(known);
    }

    @Test
    void knows_nothing_without_a_tag() {
        assertThat(new PollHeaders(null, null).knows("\"a\"")).isFalse();
    }
}
