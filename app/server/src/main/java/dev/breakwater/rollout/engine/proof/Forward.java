package dev.breakwater.rollout.engine.proof;

import dev.breakwater.rollout.engine.HostState;
import dev.breakwater.rollout.engine.proof.ReportFacts.Running;
import java.util.Objects;

/** Weighs a report on the way to the new generation. */
final class Forward {

    private Forward() {}

    static ProofResult weigh(HostTurn turn, HostState standing, Orders orders, ReportFacts report) {
        boolean runs = Proof.runs(turn, report);
        boolean touched = turn.touched() || runs;
        return switch (report.phase()) {
            case FAILED -> ProofResult.failed(touched, FailureReason.REPORTED, said(report));
            case REVERTED -> ProofResult.failed(touched, FailureReason.SELF_REVERTED, "it went back by itself");
            case STAGED, ACTIVATING -> undecided(turn, standing, touched, "it is " + report.phase());
            case IDLE, ACTIVE -> runs ? running(turn, standing, orders, report) : elsewhere(turn, standing, report);
        };
    }

    /** Runs something else, or does not say what. Only one who claimed to have arrived, or had, has failed by that. */
    private static ProofResult elsewhere(HostTurn turn, HostState standing, ReportFacts report) {
        String current = report.running().current();
        if (current == null) {
            return undecided(turn, standing, turn.touched(), "it does not say what it runs");
        }
        if (standing == HostState.SETTLED) {
            return ProofResult.failed(
                    turn.touched(), FailureReason.SELF_REVERTED, "it had settled, and runs " + current);
        }
        if (report.phase() == ReportFacts.Phase.ACTIVE) {
            String why = "it says it is active, and runs " + current;
            return ProofResult.failed(turn.touched(), FailureReason.NOT_RUNNING, why);
        }
        return undecided(turn, standing, turn.touched(), "it has yet to switch");
    }

    private static ProofResult running(HostTurn turn, HostState standing, Orders orders, ReportFacts report) {
        return switch (Health.of(report)) {
            case UNHEALTHY ->
                ProofResult.failed(
                        true,
                        FailureReason.UNHEALTHY,
                        "check " + Health.failing(report).orElseThrow() + " fails");
            case UNKNOWN -> undecided(turn, standing, true, "its health is not known yet");
            case HEALTHY -> healthy(turn, standing, orders, report);
        };
    }

    private static ProofResult healthy(HostTurn turn, HostState standing, Orders orders, ReportFacts report) {
        if (turn.target().needsBoot() && !bootedInto(turn, report.running())) {
            return undecided(turn, standing, true, "it has yet to boot into it");
        }
        int streak = Math.min(turn.healthyStreak() + 1, orders.minHealthy());
        if (standing == HostState.SETTLED || streak >= orders.minHealthy()) {
            return ProofResult.at(HostState.SETTLED, true, streak, "it runs it and is healthy");
        }
        String why = "healthy in %d of %d reports".formatted(streak, orders.minHealthy());
        return ProofResult.at(underWay(standing, true), true, streak, why);
    }

    /** The boot before must be known to have ended: the same boot id may still be on its way down. */
    private static boolean bootedInto(HostTurn turn, Running running) {
        return turn.target().to().equals(running.booted())
                && running.bootId() != null
                && !Objects.equals(running.bootId(), turn.bootIdBefore());
    }

    private static ProofResult undecided(HostTurn turn, HostState standing, boolean touched, String why) {
        return ProofResult.at(underWay(standing, touched || turn.touched()), touched || turn.touched(), 0, why);
    }

    /** A settled host in doubt is on its way again. A silent one stays silent until it proves the contrary. */
    private static HostState underWay(HostState standing, boolean touched) {
        return standing == HostState.SILENT || !touched ? standing : HostState.CLAIMED;
    }

    private static String said(ReportFacts report) {
        String message = report.message();
        return message == null || message.isBlank() ? "it says it failed" : message;
    }
}
