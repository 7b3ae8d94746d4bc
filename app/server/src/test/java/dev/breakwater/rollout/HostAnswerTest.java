package dev.breakwater.rollout;

import static org.assertj.core.api.Assertions.assertThat;

import dev.breakwater.calendar.Availability.Closed;
import dev.breakwater.calendar.CalendarId;
import dev.breakwater.host.Selector;
import dev.breakwater.rollout.HostAnswer.Mover;
import dev.breakwater.rollout.Outlook.Prospect;
import dev.breakwater.rollout.engine.Explanation.Rule;
import dev.breakwater.rollout.engine.HostState;
import dev.breakwater.rollout.engine.Phase;
import dev.breakwater.rollout.engine.Phase.AwaitingApproval;
import dev.breakwater.rollout.engine.Phase.Cancelled;
import dev.breakwater.rollout.engine.Phase.Completed;
import dev.breakwater.rollout.engine.Phase.Draft;
import dev.breakwater.rollout.engine.Phase.Ended;
import dev.breakwater.rollout.engine.Phase.Enlisting;
import dev.breakwater.rollout.engine.Phase.Halted;
import dev.breakwater.rollout.engine.Phase.Pausable;
import dev.breakwater.rollout.engine.Phase.PauseReason;
import dev.breakwater.rollout.engine.Phase.Paused;
import dev.breakwater.rollout.engine.Phase.RolledBack;
import dev.breakwater.rollout.engine.Phase.Rolling;
import dev.breakwater.rollout.engine.Phase.RollingBack;
import dev.breakwater.rollout.engine.Phase.Scheduled;
import dev.breakwater.rollout.engine.Phase.Soaking;
import dev.breakwater.rollout.engine.Phase.Superseded;
import dev.breakwater.rollout.engine.Waiting;
import dev.breakwater.rollout.store.StandingStore.Standing;
import dev.breakwater.rollout.store.StandingStore.Steered;
import java.time.Duration;
import java.time.Instant;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.UUID;
import java.util.stream.Collectors;
import java.util.stream.Stream;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.EnumSource;
import org.junit.jupiter.params.provider.ValueSource;

/** No state of a host in a plan without an answer, whatever its rollout does. */
class HostAnswerTest {
    private static final Instant NOON = Instant.parse("2026-11-23T12:00:00Z");
    private static final Prospect FREE = new Prospect(List.of(Ruling.holds("offered", "v2 by wave canary")), null);

    static Stream<Phase> phases() {
        List<Pausable> forward = List.of(
                new Scheduled(NOON), new Rolling(0), new Enlisting(0), new Soaking(0, NOON), new AwaitingApproval(0));
        var phases = new ArrayList<Phase>(forward);
        for (var reason : PauseReason.values()) {
            forward.forEach(resume -> phases.add(new Paused(resume, reason, "because")));
        }
        phases.addAll(List.of(new RollingBack(0, "w"), new Halted(0, false, "w"), new Halted(0, true, "w")));
        phases.addAll(List.of(new Draft(), new Completed(), new RolledBack(), new Cancelled(), new Superseded()));
        return phases.stream();
    }

    @Test
    void every_phase_there_is_is_asked_here() {
        assertThat(phases().map(Object::getClass).collect(Collectors.toSet()))
                .containsExactlyInAnyOrderElementsOf(leaves(Phase.class).toList());
    }

    @ParameterizedTest
    @EnumSource
    void every_state_in_every_phase_says_where_why_and_who_or_when(HostState state) {
        phases().forEach(phase -> prospects().forEach(prospect -> {
            var answer = answer(state, phase, prospect);
            assertThat(answer.sentence()).startsWith("web-01 ").endsWith(".").doesNotContain("null");
            assertThat(answer.rules()).isNotEmpty().allSatisfy(HostAnswerTest::isWhole);
            if (!isDone(state, phase)) {
                assertThat(answer.waitingFor()).as("%s in %s", state, phase).isNotBlank();
            }
        }));
    }

    /** Adding a state without saying here what is to be read does not compile. */
    @ParameterizedTest
    @EnumSource
    void each_state_is_told_by_words_of_its_own(HostState state) {
        var words = switch (state) {
            case PENDING -> "waits for wave canary of v2 to open; the rollout waits for hosts of wave canary";
            case DEFERRED -> "was away when wave canary of v2 opened";
            case OFFERED -> "was offered ref-2 by wave canary of v2";
            case CLAIMED -> "moves to ref-2 in wave canary of v2 and has yet to prove it";
            case SETTLED -> "settled on ref-2";
            case FAILED -> "failed in wave canary of v2: a check failed";
            case SILENT -> "is silent in wave canary of v2: a check failed";
            case ROLLING_BACK -> "goes back to ref-1";
            case ROLLED_BACK -> "is back on ref-1";
            case SKIPPED -> "is skipped by wave canary of v2";
            case HELD -> "is held, so wave canary of v2 leaves it alone: disk swap";
        };
        assertThat(answer(state, new Rolling(0), FREE).sentence()).contains(words);
    }

    @ParameterizedTest
    @ValueSource(
            strings = {"max_unavailable", "max_unavailable_per_domain", "start_rate", "wave_soaking", "global_stop"})
    void an_offered_host_that_would_be_put_off_waits_for_that(String code) {
        var answer = answer(HostState.OFFERED, new Rolling(0), putOff(code));
        assertThat(answer.waitingFor()).isEqualTo("because of %s.".formatted(code));
        assertThat(answer.sentence()).endsWith("If it asked now, it would be put off: because of %s.".formatted(code));
        assertThat(answer.rules()).contains(new Rule(code, false, "because of %s.".formatted(code)));
    }

    @Test
    void an_offered_host_whose_calendar_is_closed_waits_for_the_opening() {
        var answer = answer(HostState.OFFERED, new Rolling(0), closed());
        assertThat(answer.waitingFor()).contains("at " + NOON);
        assertThat(answer.nextCheckAt()).isEqualTo(NOON);
    }

    @Test
    void a_paused_or_stopped_rollout_names_the_person() {
        var paused = new Paused(new Rolling(0), PauseReason.MANUAL, "lunch");
        assertThat(answer(HostState.OFFERED, paused, FREE).waitingFor()).isEqualTo("a person to resume the rollout");
        var stopped = host(Map.of("env", "prod"), null, "fire");
        assertThat(answer(stopped, HostState.OFFERED, new Rolling(0), FREE).waitingFor())
                .isEqualTo("a person to release the global stop");
    }

    @Test
    void a_hold_that_ends_by_itself_says_when() {
        assertThat(answer(HostState.HELD, new Rolling(0), FREE).nextCheckAt()).isEqualTo(NOON.plusSeconds(60));
    }

    @Test
    void a_host_that_strayed_says_so_in_sentence_and_rules() {
        var answer = answer(host(Map.of("env", "dev"), null, null), HostState.OFFERED, new Rolling(0), FREE);
        assertThat(answer.sentence()).contains("Its labels have left the rollout's selector; it stays in the plan.");
        assertThat(answer.rules())
                .contains(new Rule(
                        "labels match the rollout", false, "they have left its selector since it was planned"));
    }

    @Test
    void a_settled_host_of_a_rollout_that_is_over_waits_for_nobody_unless_it_runs_something_quarantined() {
        var host = host(Map.of("env", "prod"), null, null);
        var place = place(HostState.SETTLED, new Completed());
        var mover = new Mover("v2", new Waiting(null, null));
        assertThat(HostAnswer.of(host, place, mover, FREE, null).waitingFor()).isNull();
        var barred = HostAnswer.of(host, place, mover, FREE, "v2 is quarantined.");
        assertThat(barred.waitingFor()).contains("a person to move it");
        assertThat(barred.rules()).contains(new Rule("what it runs is not quarantined", false, "v2 is quarantined."));
    }

    private static boolean isDone(HostState state, Phase phase) {
        return phase instanceof Ended
                && switch (state) {
                    case SETTLED, ROLLED_BACK, PENDING -> true;
                    case DEFERRED, OFFERED, CLAIMED, FAILED, SILENT, ROLLING_BACK, SKIPPED, HELD -> false;
                };
    }

    private static void isWhole(Rule rule) {
        assertThat(rule.rule()).isNotBlank();
        assertThat(rule.evidence()).isNotBlank();
    }

    private static Stream<Prospect> prospects() {
        return Stream.of(FREE, putOff("max_unavailable"), closed(), new Prospect(List.of(), null));
    }

    private static Prospect putOff(String code) {
        return new Prospect(
                List.of(Ruling.notNow(code, code, "because of %s.".formatted(code), Duration.ofSeconds(3))), null);
    }

    private static Prospect closed() {
        var closed = new Closed("freeze", "Freeze xmas", "xmas", new CalendarId(new UUID(0, 1)), NOON);
        return new Prospect(
                List.of(Ruling.notNow("windows and freezes", "freeze", "Freeze xmas is on.", Duration.ZERO)), closed);
    }

    private static ExplainView answer(HostState state, Phase phase, Prospect prospect) {
        var held = state == HostState.HELD ? "disk swap" : null;
        return answer(host(Map.of("env", "prod"), held, null), state, phase, prospect);
    }

    private static ExplainView answer(Standing host, HostState state, Phase phase, Prospect prospect) {
        var waiting = phase instanceof Ended ? new Waiting(null, null) : new Waiting("hosts of wave canary", NOON);
        return HostAnswer.of(host, place(state, phase), new Mover("v2", waiting), prospect, null);
    }

    private static Steered place(HostState state, Phase phase) {
        return new Steered(
                new UUID(0, 2),
                phase,
                Selector.parse("env=prod"),
                "canary",
                state,
                "a check failed",
                "ref-2",
                "ref-1",
                NOON);
    }

    private static Standing host(Map<String, String> labels, String hold, String stop) {
        return new Standing(
                "web-01", labels, hold, NOON.plusSeconds(60), null, "ref-1", "ref-1", true, NOON, true, stop, null);
    }

    private static Stream<Class<?>> leaves(Class<?> type) {
        return type.isSealed()
                ? Stream.of(type.getPermittedSubclasses()).flatMap(HostAnswerTest::leaves)
                : Stream.of(type);
    }
}
