package dev.breakwater.fleetsim;

import static org.assertj.core.api.Assertions.assertThat;

import java.time.Duration;
import java.util.List;
import java.util.stream.LongStream;
import org.junit.jupiter.api.Test;

class QuantilesTest {
    private final List<Duration> hundred =
            LongStream.rangeClosed(1, 100).mapToObj(Duration::ofMillis).toList().reversed();

    @Test
    void takes_the_nearest_rank() {
        assertThat(Quantiles.of(hundred).at(0.50)).isEqualTo(Duration.ofMillis(50));
        assertThat(Quantiles.of(hundred).at(0.99)).isEqualTo(Duration.ofMillis(99));
    }

    @Test
    void of_few_times_the_largest_is_the_worst_case() {
        assertThat(Quantiles.of(hundred.subList(0, 20)).at(0.99)).isEqualTo(Duration.ofMillis(100));
    }

    @Test
    void reads_as_one_line() {
        assertThat(Quantiles.of(hundred)).hasToString("p50 50.0 ms, p99 99.0 ms, max 100.0 ms of 100");
    }
}
