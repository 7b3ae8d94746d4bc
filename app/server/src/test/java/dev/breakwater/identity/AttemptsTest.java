package dev.breakwater.identity;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatCode;
import static org.assertj.core.api.Assertions.catchThrowableOfType;

import java.time.Clock;
import java.time.Duration;
import java.time.Instant;
import java.time.ZoneId;
import java.time.ZoneOffset;
import org.junit.jupiter.api.Test;

class AttemptsTest {
    private static final Attempts.From GUESSER = new Attempts.From("ada", "192.0.2.1");
    private static final Attempts.From ADA = new Attempts.From("ada", "192.0.2.2");

    private Instant now = Instant.parse("2026-11-23T18:00:00Z");
    private final Attempts attempts = new Attempts(new Clock() {
        @Override
        public Instant instant() {
            return now;
        }

        @Override
        public ZoneId getZone() {
            return ZoneOffset.UTC;
        }

        @Override
        public Clock withZone(ZoneId zone) {
            return this;
        }
    });

    @Test
    void ten_failures_are_allowed_and_then_one_waits() {
        fail(GUESSER, 9);
        assertThatCode(() -> attempts.allow(GUESSER)).doesNotThrowAnyException();
        fail(GUESSER, 1);
        var refused = catchThrowableOfType(TooManyAttempts.class, () -> attempts.allow(GUESSER));
        assertThat(refused.retryAfter()).isEqualTo(Duration.ofMinutes(5));
    }

    @Test
    void somebody_guessing_elsewhere_does_not_lock_the_operator_out() {
        fail(GUESSER, 10);
        assertThatCode(() -> attempts.allow(ADA)).doesNotThrowAnyException();
    }

    @Test
    void failures_are_forgotten_after_a_success_or_after_five_minutes() {
        fail(ADA, 9);
        attempts.succeeded(ADA);
        fail(ADA, 9);
        assertThatCode(() -> attempts.allow(ADA)).doesNotThrowAnyException();
        fail(ADA, 1);
        now = now.plus(Duration.ofMinutes(5)).plusSeconds(1);
        assertThatCode(() -> attempts.allow(ADA)).doesNotThrowAnyException();
    }

    private void fail(Attempts.From from, int times) {
        for (var i = 0; i < times; i++) {
            attempts.failed(from);
        }
    }
}
