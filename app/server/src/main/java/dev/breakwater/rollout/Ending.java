package dev.breakwater.rollout;

import dev.breakwater.rollout.engine.Decision;
import dev.breakwater.rollout.engine.Phase;
import dev.breakwater.rollout.engine.Phase.Completed;
import dev.breakwater.rollout.engine.Phase.Halted;
import dev.breakwater.rollout.engine.Phase.RollingBack;
import dev.breakwater.rollout.store.CommandStore;
import dev.breakwater.rollout.store.DependencyStore;
import dev.breakwater.rollout.store.RolloutRow;
import java.time.Instant;
import org.springframework.stereotype.Component;

/** Lets go of a rollout's hosts when it is over, and wakes the rollouts that wait for it. */
@Component
class Ending {
    private final Sweeping sweeping;
    private final DependencyStore dependencies;
    private final Waker waker;

    Ending(Sweeping sweeping, DependencyStore dependencies, Waker waker) {
        this.sweeping = sweeping;
        this.dependencies = dependencies;
        this.waker = waker;
    }

    void release(RolloutRow row, Decision decision, Instant now) {
        var completed = decision.next().phase() instanceof Completed;
        sweeping.release(row.id(), new CommandStore.Ended(completed, wasGoingBack(row.phase())), now);
        dependencies.waitingFor(row.id()).forEach(waker::wakeAfterCommit);
    }

    private static boolean wasGoingBack(Phase phase) {
        return phase instanceof RollingBack || (phase instanceof Halted halted && halted.takingBack());
    }
}
