package dev.breakwater.rollout.engine.proof;

import dev.breakwater.rollout.engine.HostState;
import dev.breakwater.rollout.engine.proof.ReportFacts.Running;

/** Weighs a report on the way back to the host's own last good generation. */
final class Homeward {

    private Homeward() {}

    static ProofResult weigh(HostTurn turn, HostState standing, Orders orders, ReportFacts report) {
        if (standing == HostState.ROLLED_BACK && !Proof.runs(turn, report)) {
            return ProofResult.unchanged(turn, "it is back");
        }
        return switch (report.phase()) {
            case FAILED -> ProofResult.homeward(0, true, "it says it could not go back");
            case STAGED, ACTIVATING -> ProofResult.homeward(0, turn.rollbackFailed(), "it is " + report.phase());
            case IDLE, ACTIVE, REVERTED -> arrived(turn, orders, report);
        };
    }

    private static ProofResult arrived(HostTurn turn, Orders orders, ReportFacts report) {
        if (!isHome(turn.target(), report.running())) {
            return ProofResult.homeward(0, turn.rollbackFailed(), "it has yet to run its last good generation");
        }
        if (Health.of(report) != Health.HEALTHY) {
            return ProofResult.homeward(0, turn.rollbackFailed(), "it is back, and not healthy");
        }
        int before = turn.state() == HostState.ROLLING_BACK ? turn.healthyStreak() : 0;
        int streak = before + 1;
        return streak >= orders.minHealthy()
                ? ProofResult.at(HostState.ROLLED_BACK, true, orders.minHealthy(), "it is back and healthy")
                : ProofResult.homeward(
                        streak,
                        turn.rollbackFailed(),
                        "back and healthy in %d of %d reports".formatted(streak, orders.minHealthy()));
    }

    /** Not home while the next boot would lead out again. */
    private static boolean isHome(Target target, Running running) {
        String home = target.rollbackTo();
        return home != null
                && home.equals(running.current())
                && (!target.needsBoot() || home.equals(running.booted()))
                && (home.equals(target.to()) || !target.to().equals(running.nextBoot()));
    }
}
