package dev.breakwater.time;

import static org.assertj.core.api.Assertions.assertThat;

import java.time.Duration;
import java.time.Instant;
import org.junit.jupiter.api.Test;

class DatabaseTimeTest {
    private static final Instant NOON = Instant.parse("2026-11-24T12:00:00Z");

    private long nanos;
    private final DatabaseTime time = new DatabaseTime(NOON, () -> nanos);

    @Test
    void it_is_what_the_machine_takes_it_for_until_postgresql_was_asked() {
        pass(Duration.ofSeconds(3));
        assertThat(time.instant()).isEqualTo(NOON.plusSeconds(3));
    }

    @Test
    void a_machine_an_hour_ahead_tells_postgresqls_time_after_the_first_reading() {
        read(NOON.minusSeconds(3600), Duration.ofMillis(2));
        assertThat(time.instant()).isEqualTo(NOON.minusSeconds(3600).plusMillis(1));
    }

    @Test
    void between_two_readings_it_runs_with_the_monotonic_clock() {
        read(NOON.plusSeconds(60), Duration.ZERO);
        pass(Duration.ofSeconds(5));
        assertThat(time.instant()).isEqualTo(NOON.plusSeconds(65));
    }

    @Test
    void a_difference_within_the_questions_own_uncertainty_changes_nothing() {
        read(NOON.plusNanos(3_000_000), Duration.ofMillis(20));
        assertThat(time.instant()).isEqualTo(NOON.plusMillis(20));
    }

    @Test
    void an_answer_that_took_longer_than_a_second_is_not_believed() {
        read(NOON.plusSeconds(600), DatabaseTime.SLOWEST.plusNanos(1));
        assertThat(time.instant()).isEqualTo(NOON.plusSeconds(1));
    }

    @Test
    void it_ticks_in_microseconds_as_postgresql_stores_them() {
        nanos = 1_234;
        assertThat(time.instant()).isEqualTo(NOON.plusNanos(1_000));
    }

    private void pass(Duration duration) {
        nanos += duration.toNanos();
    }

    private void read(Instant said, Duration took) {
        var asked = nanos;
        pass(took);
        time.read(said, asked);
    }
}
