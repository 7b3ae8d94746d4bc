package dev.breakwater.rollout;

import dev.breakwater.rollout.engine.Cause;
import dev.breakwater.rollout.engine.Event;
import dev.breakwater.rollout.engine.Phase.PauseReason;
import dev.breakwater.rollout.store.ConflictStore;
import java.util.UUID;
import org.springframework.stereotype.Component;
import org.springframework.transaction.annotation.Transactional;

/** Pauses rollouts that were running in a database that turned out to be restored: their next step must be a person's. */
@Component
class Restores {
    private static final Cause CAUSE = Cause.engine(
            "the database was restored to an earlier state; look at the hosts in conflict before it goes on");

    private final ConflictStore conflicts;
    private final Decider decider;

    Restores(ConflictStore conflicts, Decider decider) {
        this.conflicts = conflicts;
        this.decider = decider;
    }

    /** Marked rows survive a crash: whoever decides next pauses first. */
    @Transactional
    public void pause(UUID rollout) {
        if (conflicts.unmark(rollout)) {
            decider.decide(rollout, new Event.Pause(PauseReason.RESTORED, CAUSE));
        }
    }
}
