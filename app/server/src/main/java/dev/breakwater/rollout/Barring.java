package dev.breakwater.rollout;

import dev.breakwater.generation.GenerationChanged;
import dev.breakwater.host.Selector;
import dev.breakwater.rollout.engine.Cause;
import dev.breakwater.rollout.engine.Event.Halt;
import dev.breakwater.rollout.store.BarringStore;
import dev.breakwater.rollout.store.BarringStore.Met;
import dev.breakwater.rollout.store.RolloutStore;
import java.util.UUID;
import org.springframework.stereotype.Component;
import org.springframework.transaction.event.TransactionalEventListener;

/** Halts rollouts under way that a quarantine meets: they could only wait for hosts that are refused. */
@Component
class Barring {
    private final BarringStore bars;
    private final RolloutStore rollouts;
    private final Decider decider;
    private final Waker waker;

    Barring(BarringStore bars, RolloutStore rollouts, Decider decider, Waker waker) {
        this.bars = bars;
        this.rollouts = rollouts;
        this.decider = decider;
        this.waker = waker;
    }

    /** Each in a transaction of its own, so that none waits for another's row. What a crash loses here, the sweep finds. */
    @TransactionalEventListener
    void look(GenerationChanged change) {
        if (change.type().equals("generation.quarantined")) {
            rollouts.running().forEach(waker::wake);
        }
    }

    void halt(UUID rollout) {
        bars.met(rollout).stream()
                .filter(met -> bars.concerns(rollout, met, Selector.parse(met.selector())))
                .findFirst()
                .ifPresent(met -> decider.decide(rollout, new Halt(Cause.engine(why(met)))));
    }

    private static String why(Met met) {
        var whom = met.selector().isEmpty() ? "every host" : "hosts of " + met.selector();
        return "generation %s is quarantined for %s by %s: %s"
                .formatted(met.generation(), whom, met.actor(), met.reason());
    }
}
