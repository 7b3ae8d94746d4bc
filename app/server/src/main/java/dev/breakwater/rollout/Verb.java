package dev.breakwater.rollout;

import dev.breakwater.rollout.engine.Cause;
import dev.breakwater.rollout.engine.Event;
import dev.breakwater.rollout.engine.Phase.PauseReason;
import java.time.Instant;
import java.util.Locale;
import org.jspecify.annotations.Nullable;

/** What people may say to a rollout. */
public enum Verb {
    START,
    SCHEDULE,
    PAUSE,
    RESUME,
    PROMOTE,
    APPROVE,
    REJECT,
    HALT,
    ROLLBACK,
    RETRY,
    SKIP_HOST,
    CANCEL,
    SUPERSEDE;

    /** Of the verbs that need nothing but a cause; start may have to wait until {@code notBefore}. */
    Event event(@Nullable Instant notBefore, Cause cause) {
        return switch (this) {
            case START -> new Event.Start(notBefore, cause);
            case PAUSE -> new Event.Pause(PauseReason.MANUAL, cause);
            case RESUME -> new Event.Resume(cause);
            case PROMOTE -> new Event.Promote(cause);
            case APPROVE -> new Event.Approve(cause);
            case REJECT -> new Event.Reject(cause);
            case HALT -> new Event.Halt(cause);
            case ROLLBACK -> new Event.RollBack(cause);
            case RETRY -> new Event.Retry(cause);
            case CANCEL -> new Event.Cancel(cause);
            case SUPERSEDE -> new Event.Supersede(cause);
            case SCHEDULE, SKIP_HOST -> throw new IllegalArgumentException(this + " says more than why");
        };
    }

    /** Whether a rollout in this phase is already where the verb leads. */
    boolean ledTo(String phase) {
        return switch (this) {
            case ROLLBACK -> phase.equals("ROLLED_BACK");
            case CANCEL -> phase.equals("CANCELLED");
            case SUPERSEDE -> phase.equals("SUPERSEDED");
            case START, SCHEDULE, PAUSE, RESUME, PROMOTE, APPROVE, REJECT, HALT, RETRY, SKIP_HOST -> false;
        };
    }

    @Override
    public String toString() {
        return name().toLowerCase(Locale.ROOT).replace('_', '-');
    }
}
