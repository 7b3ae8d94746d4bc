package dev.breakwater.rollout;

import dev.breakwater.rollout.gate.Bell;
import dev.breakwater.rollout.store.EventStore.NewEvent;
import org.springframework.stereotype.Component;

/** Wakes a rollout when a gate could move it, and notes in its log what the gate says now. */
@Component
class GateBell implements Bell {
    private final RolloutLog log;
    private final Waker waker;

    GateBell(RolloutLog log, Waker waker) {
        this.log = log;
        this.waker = waker;
    }

    @Override
    public void ring(Turn turn) {
        if (turn.changed()) {
            log.gate(turn.rollout(), event(turn));
        }
        waker.wakeAfterCommit(turn.rollout());
    }

    private static NewEvent event(Turn turn) {
        var message = "Gate %s of wave %s is %s: %s.".formatted(turn.gate(), turn.wave(), turn.verdict(), turn.why());
        return RolloutLog.byEngine(turn.at(), "gate.turned", turn.wave(), message);
    }
}
