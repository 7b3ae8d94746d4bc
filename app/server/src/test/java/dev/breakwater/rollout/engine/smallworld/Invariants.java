package dev.breakwater.rollout.engine.smallworld;

import static dev.breakwater.rollout.engine.Laws.require;

import dev.breakwater.rollout.engine.Cause;
import dev.breakwater.rollout.engine.Decision;
import dev.breakwater.rollout.engine.HostState;
import dev.breakwater.rollout.engine.Outcome.Moved;
import dev.breakwater.rollout.engine.Outcome.Transition;
import dev.breakwater.rollout.engine.Phase.RollingBack;
import dev.breakwater.rollout.engine.proof.ProofResult;
import java.util.List;

/** What must hold of single hosts, and over a whole history: the rest is law for every decision. */
final class Invariants {

    private Invariants() {}

    /** I8. */
    static void rolledBackAtMostOnceByItself(World before, Decision decision) {
        if (before.flags().takenBackBefore() && decision.outcome() instanceof Moved(List<Transition> transitions)) {
            require(
                    transitions.stream()
                            .noneMatch(step -> step.to() instanceof RollingBack
                                    && step.cause().actor().equals(Cause.ENGINE)),
                    "I8: rolled back twice by itself");
        }
    }

    /** A host's row changes only by what was said of what it runs. I12: the way back is proved by the old ref alone. */
    static void proved(Host host, Letter letter, ProofResult result) {
        HostState was = host.stored();
        if (result.next() != was && result.next() == HostState.SETTLED) {
            require(letter == Letter.HEALTHY, "settled by " + letter);
        }
        if (result.next() != was && result.next() == HostState.ROLLED_BACK) {
            require(!letter.saysNew() && letter != Letter.CANNOT_SWITCH, "I12: rolled back by " + letter);
        }
        require(result.touched() || !host.touched(), "a host cannot become untouched");
        require(was != HostState.FAILED || result.next() != HostState.SETTLED, "a failed host settled");
    }

    /** I13: whatever comes under an epoch that is past leaves the row as it was. */
    static void late(Shell shell, World world, int index) {
        Host host = world.hosts().get(index);
        for (Letter letter : Letter.values()) {
            ProofResult result = shell.weigh(world, index, letter.under(Letter.EPOCH - 1), Letter.EPOCH);
            boolean same = result.next() == host.stored()
                    && result.touched() == host.touched()
                    && result.healthyStreak() == host.streak()
                    && result.rollbackFailed() == host.rollbackFailed();
            require(same, "I13: a late word decided");
        }
    }
}
