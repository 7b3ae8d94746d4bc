package dev.breakwater.rollout.engine.proof;

import dev.breakwater.rollout.engine.proof.ReportFacts.Check;
import dev.breakwater.rollout.engine.proof.ReportFacts.Status;
import java.util.Optional;

/** Whether a report shows a healthy host. No checks and a complete boot are healthy; what is not known is not. */
enum Health {
    HEALTHY,
    UNHEALTHY,
    UNKNOWN;

    static Health of(ReportFacts report) {
        if (failing(report).isPresent()) {
            return UNHEALTHY;
        }
        boolean known = report.checks().stream().allMatch(check -> check.status() == Status.PASS);
        return known && report.running().bootComplete() ? HEALTHY : UNKNOWN;
    }

    static Optional<String> failing(ReportFacts report) {
        return report.checks().stream()
                .filter(check -> check.status() == Status.FAIL)
                .map(Check::name)
                .findFirst();
    }
}
