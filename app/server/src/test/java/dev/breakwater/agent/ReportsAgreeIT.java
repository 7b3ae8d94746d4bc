package dev.breakwater.agent;

import static org.assertj.core.api.Assertions.assertThat;

import dev.breakwater.BreakwaterIT;
import dev.breakwater.agent.Reports.Said;
import dev.breakwater.convoy.Outcome.Alone;
import dev.breakwater.host.DriftKind;
import dev.breakwater.host.HostId;
import dev.breakwater.host.HostReport;
import dev.breakwater.host.HostReport.Check;
import dev.breakwater.host.HostReport.Drift;
import dev.breakwater.host.HostReport.Phase;
import dev.breakwater.host.HostReport.Running;
import dev.breakwater.host.HostReport.Status;
import java.time.Instant;
import java.time.temporal.ChronoUnit;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Random;
import java.util.TreeMap;
import java.util.UUID;
import java.util.stream.IntStream;
import org.jspecify.annotations.Nullable;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;
import org.springframework.beans.factory.annotation.Autowired;
import org.springframework.boot.test.web.server.LocalServerPort;
import org.springframework.jdbc.core.simple.JdbcClient;

/** Two fleets are told the same story, one all hosts at once and one host by host: in the end the same rows stand. */
@BreakwaterIT
class ReportsAgreeIT {
    private static final int HOSTS = 8;
    private static final int STEPS = 25;

    @LocalServerPort
    private int port;

    @Autowired
    private ReportCrew crew;

    @Autowired
    private JdbcClient jdbc;

    /** What happens to both fleets in one step: a report of some hosts, then perhaps an order to their wave, or the rollout's end. */
    private record Step(Map<Integer, Line> lines, @Nullable String directive, boolean cancels) {}

    private record Line(
            Phase phase,
            String ref,
            Status status,
            int epoch,
            String boot,
            @Nullable List<Drift> drift,
            @Nullable String message) {}

    @ParameterizedTest
    @ValueSource(longs = {1, 2, 3, 4, 5, 6})
    void reports_taken_together_leave_the_rows_that_they_leave_one_by_one(long seed) {
        var wire = new Wire(port);
        var together = new ToldFleet(wire, jdbc, HOSTS);
        var oneByOne = new ToldFleet(wire, jdbc, HOSTS);
        var began = new ArrayList<Instant>();
        for (var step : story(new Random(seed))) {
            began.add(Instant.now().truncatedTo(ChronoUnit.MICROS));
            allAtOnce(reports(step, together));
            reports(step, oneByOne).forEach(crew::alone);
            order(step, together);
            order(step, oneByOne);
        }
        assertThat(together.rows(began)).isNotEmpty().isEqualTo(oneByOne.rows(began));
    }

    private static void order(Step step, ToldFleet fleet) {
        if (step.directive() != null) {
            fleet.direct(step.directive());
        }
        if (step.cancels()) {
            fleet.decide("cancel");
        }
    }

    private void allAtOnce(List<Said> said) {
        var outcomes = crew.together(said);
        for (var i = 0; i < said.size(); i++) {
            if (outcomes.get(i) instanceof Alone) {
                crew.alone(said.get(i));
            }
        }
    }

    private static List<Said> reports(Step step, ToldFleet fleet) {
        return step.lines().entrySet().stream()
                .map(each -> said(fleet, each.getKey(), each.getValue()))
                .toList();
    }

    private static Said said(ToldFleet fleet, int host, Line line) {
        var epochs = fleet.epochs();
        var epoch = line.epoch() < 0 ? null : epochs.get(Math.max(0, epochs.size() - 1 - line.epoch()));
        var running = new Running(fleet.ref(host, line.ref()));
        var report = new HostReport(
                epoch,
                line.phase(),
                running,
                running,
                null,
                null,
                line.boot(),
                line.phase() != Phase.ACTIVATING,
                List.of(new Check("systemd", line.status(), null)),
                line.drift(),
                line.message(),
                "test",
                null);
        return new Said(new HostId(UUID.fromString(fleet.id(host))), report, epoch == null ? 0 : epoch, 0);
    }

    private static List<Step> story(Random random) {
        return IntStream.range(0, STEPS).mapToObj(step -> step(step, random)).toList();
    }

    private static Step step(int number, Random random) {
        var lines = new TreeMap<Integer, Line>();
        for (var host = 0; host < HOSTS; host++) {
            if (random.nextInt(4) > 0) {
                lines.put(host, line(random));
            }
        }
        return new Step(
                lines,
                number % 8 == 7 ? oneOf(random, "ROLLBACK", "OFFER", "WAIT", "DONE") : null,
                number == STEPS - 5);
    }

    private static Line line(Random random) {
        var drift = List.of(new Drift(DriftKind.FAILED_UNITS, oneOf(random, "a.service", "b.service")));
        return new Line(
                oneOf(
                        random,
                        Phase.IDLE,
                        Phase.ACTIVE,
                        Phase.ACTIVE,
                        Phase.ACTIVE,
                        Phase.REVERTED,
                        Phase.FAILED,
                        Phase.STAGED),
                oneOf(random, "base", "base", "r2", "r2", "other"),
                oneOf(random, Status.PASS, Status.PASS, Status.PASS, Status.FAIL, Status.UNKNOWN),
                oneOf(random, -1, 0, 0, 0, 1),
                oneOf(random, "boot-1", "boot-2"),
                random.nextInt(3) == 0 ? null : random.nextInt(3) == 0 ? drift : List.of(),
                random.nextInt(3) == 0 ? "word " + random.nextInt(3) : null);
    }

    @SafeVarargs
    private static <T> T oneOf(Random random, T... values) {
        return values[random.nextInt(values.length)];
    }
}
