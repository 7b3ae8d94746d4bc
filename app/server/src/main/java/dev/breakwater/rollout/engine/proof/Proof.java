package dev.breakwater.rollout.engine.proof;

import dev.breakwater.rollout.engine.Directive;
import dev.breakwater.rollout.engine.HostState;
import java.util.Objects;

/**
 * Weighs one report of one host. A report under another epoch than the wave's present one changes nothing here: it may tell facts,
 * never decide.
 */
public final class Proof {

    private Proof() {}

    public static ProofResult weigh(HostTurn turn, Orders orders, ReportFacts report) {
        if (!Objects.equals(report.epoch(), orders.epoch())) {
            return ProofResult.unchanged(turn, "not under the present epoch");
        }
        if (orders.directive() == Directive.DONE) {
            return ProofResult.unchanged(turn, "nothing is asked of it any more");
        }
        boolean touched = turn.touched() || runs(turn, report);
        HostState standing = Standing.of(turn.state(), touched, orders.directive());
        return switch (standing) {
            case OFFERED, CLAIMED, SETTLED, SILENT -> Forward.weigh(turn, standing, orders, report);
            case ROLLING_BACK, ROLLED_BACK -> Homeward.weigh(turn, standing, orders, report);
            case PENDING, DEFERRED, FAILED, SKIPPED, HELD ->
                ProofResult.at(standing, touched, turn.healthyStreak(), "nothing is asked of it");
        };
    }

    static boolean runs(HostTurn turn, ReportFacts report) {
        return turn.target().to().equals(report.running().current());
    }
}
