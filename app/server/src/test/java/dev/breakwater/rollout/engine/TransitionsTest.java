package dev.breakwater.rollout.engine;

import static dev.breakwater.rollout.engine.Given.NOON;
import static dev.breakwater.rollout.engine.Given.SOAKED;
import static org.assertj.core.api.Assertions.assertThat;

import dev.breakwater.rollout.engine.Event.Tick;
import dev.breakwater.rollout.engine.Outcome.Ignored;
import dev.breakwater.rollout.engine.Outcome.Moved;
import dev.breakwater.rollout.engine.Outcome.Refused;
import dev.breakwater.rollout.engine.Outcome.Transition;
import dev.breakwater.rollout.engine.Outcome.Unchanged;
import dev.breakwater.rollout.engine.Phase.Enlisting;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.TreeMap;
import java.util.TreeSet;
import java.util.stream.Collectors;
import org.junit.jupiter.api.Test;

/** The whole state machine in one table: what may come of every event in every phase. It is proved to be neither too long nor too short. */
class TransitionsTest {

    /**
     * {@code .} nothing moves, {@code ~} ignored, {@code x} refused. What a Tick leads to depends on counts and time: all that can come of it is
     * listed. A verb may be refused for its wave's sake; then {@code x} stands beside what else may come of it.
     */
    private static final String TABLE = """
            DRAFT             Tick       .
            DRAFT             Start      ROLLING SCHEDULED
            DRAFT             Schedule   SCHEDULED
            DRAFT             Pause      x
            DRAFT             Resume     x
            DRAFT             Promote    x
            DRAFT             Approve    x
            DRAFT             Reject     x
            DRAFT             Halt       x
            DRAFT             RollBack   x
            DRAFT             Retry      x
            DRAFT             SkipHost   x
            DRAFT             Cancel     CANCELLED
            DRAFT             Supersede  SUPERSEDED
            SCHEDULED         Tick       . PAUSED ROLLING
            SCHEDULED         Start      ROLLING SCHEDULED
            SCHEDULED         Schedule   SCHEDULED ~
            SCHEDULED         Pause      PAUSED
            SCHEDULED         Resume     ~
            SCHEDULED         Promote    x
            SCHEDULED         Approve    x
            SCHEDULED         Reject     x
            SCHEDULED         Halt       x
            SCHEDULED         RollBack   x
            SCHEDULED         Retry      x
            SCHEDULED         SkipHost   . ~ x
            SCHEDULED         Cancel     CANCELLED
            SCHEDULED         Supersede  SUPERSEDED
            ROLLING           Tick       . AWAITING_APPROVAL COMPLETED ENLISTING HALTED PAUSED ROLLING ROLLING_BACK SOAKING
            ROLLING           Start      ~
            ROLLING           Schedule   x
            ROLLING           Pause      PAUSED
            ROLLING           Resume     ~
            ROLLING           Promote    AWAITING_APPROVAL COMPLETED ENLISTING ROLLING x
            ROLLING           Approve    ~ x
            ROLLING           Reject     x
            ROLLING           Halt       HALTED
            ROLLING           RollBack   ROLLING_BACK x
            ROLLING           Retry      ~
            ROLLING           SkipHost   . ~ x
            ROLLING           Cancel     CANCELLED
            ROLLING           Supersede  SUPERSEDED
            ENLISTING         Tick       . COMPLETED HALTED ROLLING ROLLING_BACK
            ENLISTING         Start      ~
            ENLISTING         Schedule   x
            ENLISTING         Pause      PAUSED
            ENLISTING         Resume     ~
            ENLISTING         Promote    x
            ENLISTING         Approve    x
            ENLISTING         Reject     x
            ENLISTING         Halt       HALTED
            ENLISTING         RollBack   ROLLING_BACK
            ENLISTING         Retry      ~
            ENLISTING         SkipHost   . ~ x
            ENLISTING         Cancel     CANCELLED
            ENLISTING         Supersede  SUPERSEDED
            SOAKING           Tick       . AWAITING_APPROVAL COMPLETED ENLISTING HALTED PAUSED ROLLING ROLLING_BACK
            SOAKING           Start      ~
            SOAKING           Schedule   x
            SOAKING           Pause      PAUSED
            SOAKING           Resume     ~
            SOAKING           Promote    AWAITING_APPROVAL COMPLETED ENLISTING ROLLING x
            SOAKING           Approve    x
            SOAKING           Reject     x
            SOAKING           Halt       HALTED
            SOAKING           RollBack   ROLLING_BACK
            SOAKING           Retry      ~
            SOAKING           SkipHost   . ~ x
            SOAKING           Cancel     CANCELLED
            SOAKING           Supersede  SUPERSEDED
            AWAITING_APPROVAL Tick       . HALTED PAUSED ROLLING ROLLING_BACK
            AWAITING_APPROVAL Start      ~
            AWAITING_APPROVAL Schedule   x
            AWAITING_APPROVAL Pause      PAUSED
            AWAITING_APPROVAL Resume     ~
            AWAITING_APPROVAL Promote    x
            AWAITING_APPROVAL Approve    AWAITING_APPROVAL COMPLETED ENLISTING ROLLING ~ x
            AWAITING_APPROVAL Reject     HALTED
            AWAITING_APPROVAL Halt       HALTED
            AWAITING_APPROVAL RollBack   ROLLING_BACK
            AWAITING_APPROVAL Retry      ~
            AWAITING_APPROVAL SkipHost   . ~ x
            AWAITING_APPROVAL Cancel     CANCELLED
            AWAITING_APPROVAL Supersede  SUPERSEDED
            PAUSED            Tick       . HALTED ROLLING_BACK
            PAUSED            Start      x
            PAUSED            Schedule   PAUSED ~ x
            PAUSED            Pause      ~
            PAUSED            Resume     AWAITING_APPROVAL ENLISTING ROLLING SCHEDULED SOAKING
            PAUSED            Promote    x
            PAUSED            Approve    x
            PAUSED            Reject     x
            PAUSED            Halt       HALTED x
            PAUSED            RollBack   ROLLING_BACK x
            PAUSED            Retry      x
            PAUSED            SkipHost   . ~ x
            PAUSED            Cancel     CANCELLED
            PAUSED            Supersede  SUPERSEDED
            ROLLING_BACK      Tick       . HALTED ROLLED_BACK
            ROLLING_BACK      Start      x
            ROLLING_BACK      Schedule   x
            ROLLING_BACK      Pause      x
            ROLLING_BACK      Resume     x
            ROLLING_BACK      Promote    x
            ROLLING_BACK      Approve    x
            ROLLING_BACK      Reject     x
            ROLLING_BACK      Halt       HALTED
            ROLLING_BACK      RollBack   ~
            ROLLING_BACK      Retry      ~
            ROLLING_BACK      SkipHost   x
            ROLLING_BACK      Cancel     x
            ROLLING_BACK      Supersede  SUPERSEDED
            HALTED            Tick       .
            HALTED            Start      x
            HALTED            Schedule   x
            HALTED            Pause      x
            HALTED            Resume     x
            HALTED            Promote    x
            HALTED            Approve    x
            HALTED            Reject     ~
            HALTED            Halt       ~
            HALTED            RollBack   ROLLING_BACK x
            HALTED            Retry      ENLISTING ROLLING ROLLING_BACK x
            HALTED            SkipHost   . ~ x
            HALTED            Cancel     CANCELLED
            HALTED            Supersede  SUPERSEDED
            """;

    private static final Path DECIDES = Path.of("../../docs/how-breakwater-decides.md");
    private static final String MARK = "<!-- states -->";
    private static final Path PAGE = Path.of("../../docs/rollout-states.md");

    @Test
    void every_event_in_every_phase_leads_where_the_table_says() {
        assertThat(observed()).isEqualTo(table());
    }

    @Test
    void nothing_moves_a_rollout_that_is_over() {
        Samples.ended()
                .forEach(rollout -> Samples.EVENTS.forEach((name, events) -> events.forEach(event -> {
                    Decision decision = Engine.decide(rollout, event, NOON);
                    assertThat(decision.next()).isEqualTo(rollout);
                    assertThat(decision.commands()).isEmpty();
                    assertThat(decision.outcome()).isInstanceOf(event instanceof Tick ? Ignored.class : Refused.class);
                })));
    }

    @Test
    void the_diagram_in_the_docs_is_the_one_of_the_table() throws IOException {
        if (Boolean.getBoolean("breakwater.write")) {
            Files.writeString(PAGE, page());
        }
        assertThat(Files.readString(PAGE))
                .as("rewrite it with -Dbreakwater.write=true")
                .isEqualTo(page());
    }

    @Test
    void the_page_on_how_it_decides_shows_the_same_diagram() throws IOException {
        String page = Files.readString(DECIDES);
        int from = page.indexOf(MARK) + MARK.length();
        String rest = page.substring(page.indexOf("<!-- /states -->"));
        String shown = page.substring(0, from).concat(diagram()).concat(rest);
        if (Boolean.getBoolean("breakwater.write")) {
            Files.writeString(DECIDES, shown);
        }
        assertThat(Files.readString(DECIDES))
                .as("rewrite it with -Dbreakwater.write=true")
                .isEqualTo(shown);
    }

    private static Map<String, Set<String>> table() {
        return TABLE.lines()
                .map(line -> line.split(" +", 3))
                .collect(Collectors.toMap(
                        cells -> cells[0] + " " + cells[1],
                        cells -> new TreeSet<>(Set.of(cells[2].split(" ", -1))),
                        (one, other) -> {
                            throw new IllegalStateException("listed twice: " + one + other);
                        },
                        TreeMap::new));
    }

    private static Map<String, Set<String>> observed() {
        Map<String, Set<String>> seen = new TreeMap<>();
        for (Rollout rollout : Samples.running()) {
            Samples.EVENTS.forEach((name, events) -> events.forEach(event -> {
                note(seen, rollout, name, Engine.decide(rollout, event, NOON));
                note(seen, rollout, name, Engine.decide(rollout, event, SOAKED));
            }));
        }
        return seen;
    }

    /** What follows from an event's first step follows by itself: it is noted as a Tick's. */
    private static void note(Map<String, Set<String>> seen, Rollout rollout, String event, Decision decision) {
        switch (decision.outcome()) {
            case Unchanged _ -> note(seen, rollout.phase(), event, ".");
            case Ignored _ -> note(seen, rollout.phase(), event, "~");
            case Refused _ -> note(seen, rollout.phase(), event, "x");
            case Moved(List<Transition> steps) -> {
                note(seen, steps.getFirst().from(), event, name(steps.getFirst().to()));
                steps.stream().skip(1).forEach(step -> note(seen, step.from(), "Tick", name(step.to())));
            }
        }
    }

    private static void note(Map<String, Set<String>> seen, Phase phase, String event, String result) {
        seen.computeIfAbsent(name(phase) + " " + event, _ -> new TreeSet<>()).add(result);
    }

    /** What people read as one word is two here where different things follow. */
    private static String name(Phase phase) {
        return phase instanceof Enlisting ? "ENLISTING" : phase.name();
    }

    private static String page() {
        return Samples.PAGE.formatted(drawn(), TABLE);
    }

    private static String diagram() {
        return """

                ```mermaid
                stateDiagram-v2
                    [*] --> DRAFT
                %s
                ```
                """.formatted(drawn());
    }

    private static String drawn() {
        Map<String, Set<String>> arrows = new TreeMap<>();
        table().forEach((pair, results) -> results.stream()
                .filter(result -> result.length() > 1)
                .forEach(to -> arrows.computeIfAbsent(pair.split(" ", -1)[0] + " --> " + to, _ -> new TreeSet<>())
                        .add(pair.split(" ", -1)[1])));
        return arrows.entrySet().stream()
                .map(arrow -> "    %s : %s".formatted(arrow.getKey(), String.join(", ", arrow.getValue())))
                .collect(Collectors.joining("\n"));
    }
}
