package dev.breakwater.rollout;

import static org.assertj.core.api.Assertions.assertThat;

import dev.breakwater.host.HostState;
import dev.breakwater.rollout.IdleAnswer.Omission;
import dev.breakwater.rollout.engine.Explanation.Rule;
import dev.breakwater.rollout.store.StandingStore.Standing;
import java.time.Instant;
import java.util.List;
import java.util.Map;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.EnumSource;

/** A host that no rollout steers answers, too, whatever an operator sees it as. */
class IdleAnswerTest {
    private static final Instant NOON = Instant.parse("2026-11-23T12:00:00Z");
    private static final Standing WELL = host("ref-1", "ref-1");

    /** Adding a state of hosts without saying here how it comes about does not compile. */
    private static Standing in(HostState state) {
        return switch (state) {
            case CONFLICT -> conflict("it has seen epoch 9, and the database had given 7 when it was restored");
            case HELD -> held("disk swap");
            case SILENT -> heard(false);
            case UPDATING, DRIFTED -> host("ref-1", "ref-2");
            case UNHEALTHY -> healthy(false);
            case UNMANAGED -> host("ref-1", null);
            case CURRENT -> WELL;
        };
    }

    @ParameterizedTest
    @EnumSource
    void every_state_of_a_host_says_where_why_and_whom_it_waits_for(HostState state) {
        var answer = IdleAnswer.of(in(state), List.of(), null);
        assertThat(answer.sentence()).startsWith("web-01 ").endsWith(".").doesNotContain("null");
        assertThat(answer.rules()).isNotEmpty().allSatisfy(rule -> {
            assertThat(rule.rule()).isNotBlank();
            assertThat(rule.evidence()).isNotBlank();
        });
        if (state == HostState.CURRENT) {
            assertThat(answer.waitingFor()).isNull();
        } else {
            assertThat(answer.waitingFor()).isNotBlank();
        }
    }

    @Test
    void one_that_was_never_seen_waits_for_its_first_report() {
        var answer = IdleAnswer.of(host(null, null), List.of(), null);
        assertThat(answer.sentence()).isEqualTo("web-01 has never reported what it runs.");
        assertThat(answer.waitingFor()).isEqualTo("the host to report for the first time");
    }

    @Test
    void one_that_a_running_rollout_leaves_out_is_told_which_and_why() {
        var omission = new Omission("v2", "ROLLING", "is held: disk swap");
        var answer = IdleAnswer.of(WELL, List.of(omission), null);
        assertThat(answer.sentence()).endsWith("v2 is ROLLING and leaves it out: it is held: disk swap.");
        assertThat(answer.rules())
                .contains(new Rule("in a rollout", false, "v2 is ROLLING and leaves it out: it is held: disk swap"));
        assertThat(answer.waitingFor()).startsWith("a person to plan another rollout");
    }

    @Test
    void one_that_runs_something_quarantined_says_so() {
        var answer = IdleAnswer.of(WELL, List.of(), "Generation v2 is quarantined for every host by bob: smoke.");
        assertThat(answer.sentence()).endsWith("by bob: smoke.");
        assertThat(answer.rules())
                .contains(new Rule(
                        "what it runs is not quarantined",
                        false,
                        "Generation v2 is quarantined for every host by bob: smoke."));
        assertThat(answer.waitingFor()).startsWith("a person to move it");
    }

    private static Standing host(String runs, String should) {
        return new Standing("web-01", Map.of(), null, null, null, runs, should, true, NOON, true, null, null);
    }

    private static Standing conflict(String conflict) {
        return new Standing("web-01", Map.of(), null, null, conflict, "ref-1", "ref-1", true, NOON, true, null, null);
    }

    private static Standing held(String hold) {
        return new Standing("web-01", Map.of(), hold, null, null, "ref-1", "ref-1", true, NOON, true, null, null);
    }

    private static Standing healthy(boolean healthy) {
        return new Standing("web-01", Map.of(), null, null, null, "ref-1", "ref-1", healthy, NOON, true, null, null);
    }

    private static Standing heard(boolean heard) {
        return new Standing("web-01", Map.of(), null, null, null, "ref-1", "ref-1", true, NOON, heard, null, null);
    }
}
