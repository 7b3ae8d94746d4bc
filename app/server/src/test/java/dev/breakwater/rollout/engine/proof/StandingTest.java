package dev.breakwater.rollout.engine.proof;

import static dev.breakwater.rollout.engine.HostState.CLAIMED;
import static dev.breakwater.rollout.engine.HostState.DEFERRED;
import static dev.breakwater.rollout.engine.HostState.FAILED;
import static dev.breakwater.rollout.engine.HostState.HELD;
import static dev.breakwater.rollout.engine.HostState.OFFERED;
import static dev.breakwater.rollout.engine.HostState.PENDING;
import static dev.breakwater.rollout.engine.HostState.ROLLED_BACK;
import static dev.breakwater.rollout.engine.HostState.ROLLING_BACK;
import static dev.breakwater.rollout.engine.HostState.SETTLED;
import static dev.breakwater.rollout.engine.HostState.SILENT;
import static dev.breakwater.rollout.engine.HostState.SKIPPED;
import static org.assertj.core.api.Assertions.assertThat;

import dev.breakwater.rollout.engine.Directive;
import dev.breakwater.rollout.engine.HostState;
import java.time.Duration;
import java.time.Instant;
import java.util.List;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.EnumSource;

class StandingTest {

    private static final Instant NOON = Instant.parse("2026-11-23T12:00:00Z");

    @Test
    void opening_a_wave_offers_to_all_its_hosts_without_touching_a_row() {
        assertThat(untouched(PENDING, Directive.WAIT)).isEqualTo(PENDING);
        assertThat(untouched(PENDING, Directive.OFFER)).isEqualTo(OFFERED);
    }

    @Test
    void withdrawing_an_offer_makes_hosts_wait_again_and_leaves_those_on_their_way() {
        assertThat(untouched(OFFERED, Directive.WAIT)).isEqualTo(PENDING);
        assertThat(touched(CLAIMED, Directive.WAIT)).isEqualTo(CLAIMED);
        assertThat(touched(SETTLED, Directive.WAIT)).isEqualTo(SETTLED);
    }

    @ParameterizedTest
    @EnumSource(
            value = HostState.class,
            names = {"CLAIMED", "SETTLED", "FAILED", "SILENT", "ROLLING_BACK"})
    void a_rollback_takes_back_whoever_was_touched(HostState stored) {
        assertThat(touched(stored, Directive.ROLLBACK)).isEqualTo(ROLLING_BACK);
    }

    @ParameterizedTest
    @CsvSource({"PENDING,SKIPPED", "OFFERED,SKIPPED", "DEFERRED,SKIPPED", "FAILED,FAILED", "SILENT,SILENT", "HELD,HELD"
    })
    void a_rollback_leaves_the_untouched_alone(HostState stored, HostState standing) {
        assertThat(untouched(stored, Directive.ROLLBACK)).isEqualTo(standing);
    }

    @Test
    void a_host_that_is_back_stays_back_under_every_directive() {
        for (Directive directive : Directive.values()) {
            assertThat(touched(ROLLED_BACK, directive)).isEqualTo(ROLLED_BACK);
        }
    }

    @Test
    void when_it_is_over_those_never_reached_were_skipped_and_others_stay() {
        for (HostState stored : List.of(PENDING, DEFERRED, OFFERED)) {
            assertThat(untouched(stored, Directive.DONE)).isEqualTo(SKIPPED);
        }
        for (HostState stored : List.of(CLAIMED, SETTLED, FAILED, SILENT, HELD)) {
            assertThat(touched(stored, Directive.DONE)).isEqualTo(stored);
        }
        assertThat(untouched(DEFERRED, Directive.OFFER)).isEqualTo(DEFERRED);
    }

    @ParameterizedTest
    @EnumSource(
            value = HostState.class,
            names = {"OFFERED", "CLAIMED", "SETTLED", "ROLLING_BACK"})
    void silence_becomes_an_answer_after_the_deadline(HostState standing) {
        assertThat(Silence.after(standing, NOON, Duration.ofMinutes(30))).contains(NOON.plusSeconds(1_800));
    }

    @ParameterizedTest
    @EnumSource(
            value = HostState.class,
            mode = EnumSource.Mode.EXCLUDE,
            names = {"OFFERED", "CLAIMED", "SETTLED", "ROLLING_BACK"})
    void nobody_else_is_expected_to_speak(HostState standing) {
        assertThat(Silence.after(standing, NOON, Duration.ofMinutes(30))).isEmpty();
    }

    private static HostState untouched(HostState stored, Directive directive) {
        return Standing.of(stored, false, directive);
    }

    private static HostState touched(HostState stored, Directive directive) {
        return Standing.of(stored, true, directive);
    }
}
