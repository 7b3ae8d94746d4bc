package dev.breakwater.agent;

import static org.assertj.core.api.Assertions.assertThatCode;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import dev.breakwater.agent.EnrolmentLimit.TooManyAttempts;
import java.time.Clock;
import java.time.Duration;
import java.time.Instant;
import java.time.InstantSource;
import java.time.ZoneOffset;
import org.junit.jupiter.api.Test;

class EnrolmentLimitTest {
    private Instant now = Instant.EPOCH;
    private final Clock clock = ((InstantSource) () -> now).withZone(ZoneOffset.UTC);
    private final EnrolmentLimit limit = new EnrolmentLimit(
            new AgentProperties(Duration.ofSeconds(5), Duration.ofSeconds(60), Duration.ofSeconds(60), 10, 60, 0),
            clock);

    @Test
    void lets_a_site_enrol_its_hosts_at_once() {
        assertThatCode(() -> enter("site", 60)).doesNotThrowAnyException();
    }

    @Test
    void stops_an_address_that_goes_on() {
        enter("site", 60);
        assertThatThrownBy(() -> limit.enter("site")).isInstanceOf(TooManyAttempts.class);
    }

    @Test
    void does_not_make_one_address_pay_for_another() {
        enter("site", 60);
        assertThatCode(() -> limit.enter("other")).doesNotThrowAnyException();
    }

    @Test
    void a_refused_attempt_costs_as_much_as_thirty() {
        for (var attempt = 0; attempt < 2; attempt++) {
            limit.enter("guesser");
            limit.refused("guesser");
        }
        assertThatThrownBy(() -> limit.enter("guesser")).isInstanceOf(TooManyAttempts.class);
    }

    @Test
    void forgives_within_minutes() {
        enter("site", 60);
        now = now.plus(Duration.ofMinutes(2));
        assertThatCode(() -> enter("site", 60)).doesNotThrowAnyException();
    }

    private void enter(String address, int times) {
        for (var time = 0; time < times; time++) {
            limit.enter(address);
        }
    }
}
