package dev.breakwater.rollout;

import dev.breakwater.host.HostReport;
import dev.breakwater.host.HostReport.Running;
import dev.breakwater.rollout.engine.HostState;
import dev.breakwater.rollout.engine.proof.HostTurn;
import dev.breakwater.rollout.engine.proof.ReportFacts;
import dev.breakwater.rollout.engine.proof.ReportFacts.Check;
import dev.breakwater.rollout.engine.proof.ReportFacts.Status;
import dev.breakwater.rollout.engine.proof.Target;
import dev.breakwater.rollout.store.Turn;
import java.util.List;
import org.jspecify.annotations.Nullable;

/** Rows and reports in the engine's words. */
final class Evidence {
    private Evidence() {}

    static HostTurn turn(Turn turn) {
        return new HostTurn(
                HostState.valueOf(turn.state()),
                turn.touched(),
                new Target(turn.toRef(), turn.rollbackRef(), turn.needsBoot()),
                turn.bootIdBefore(),
                turn.healthyStreak(),
                turn.rollbackFailed());
    }

    static ReportFacts facts(HostReport report) {
        return new ReportFacts(
                report.epoch(),
                ReportFacts.Phase.valueOf(report.phase().name()),
                running(report),
                checks(report),
                report.message());
    }

    private static ReportFacts.Running running(HostReport report) {
        return new ReportFacts.Running(
                report.currentRef(),
                report.bootedRef(),
                ref(report.byDefault()),
                report.bootId(),
                Boolean.TRUE.equals(report.bootComplete()));
    }

    private static List<Check> checks(HostReport report) {
        var checks = report.checks();
        return (checks == null ? List.<HostReport.Check>of() : checks)
                .stream()
                        .map(check -> new Check(
                                check.name(), Status.valueOf(check.status().name())))
                        .toList();
    }

    private static @Nullable String ref(@Nullable Running running) {
        return running == null ? null : running.ref();
    }
}
