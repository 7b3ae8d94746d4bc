package dev.breakwater.rollout.engine;

import java.time.Instant;
import java.util.Set;

/** Where a rollout is. Each phase carries what only it has. */
public sealed interface Phase {

    /** A phase that a person may pause. */
    sealed interface Pausable extends Phase {}

    /** A wave is on its way. */
    sealed interface Advancing extends Pausable {
        int wave();
    }

    /** Terminal: nothing follows. */
    sealed interface Ended extends Phase {}

    record Draft() implements Phase {}

    /** {@code without}: ids of rollouts it depends on that a person has decided not to wait for any more. */
    record Scheduled(Instant notBefore, Set<String> without) implements Pausable {
        public Scheduled {
            without = Set.copyOf(without);
        }

        public Scheduled(Instant notBefore) {
            this(notBefore, Set.of());
        }
    }

    record Rolling(int wave) implements Advancing {}

    /** The planned waves have passed, and the hosts that have come to match meanwhile are being listed. People read it as ROLLING. */
    record Enlisting(int wave) implements Advancing {}

    /** The wave's hosts have settled and are watched until then. */
    record Soaking(int wave, Instant until) implements Advancing {}

    record AwaitingApproval(int wave) implements Advancing {}

    /** No claim is granted. A paused soak begins anew on resuming: a pause is a reason to look again. */
    record Paused(Pausable resume, PauseReason reason, String why) implements Phase {}

    record RollingBack(int wave, String why) implements Phase {}

    /** Waits for a person. {@code takingBack}: hosts had begun to be rolled back, so there is no way forward from here. */
    record Halted(int wave, boolean takingBack, String why) implements Phase {}

    record RolledBack() implements Ended {}

    record Completed() implements Ended {}

    record Cancelled() implements Ended {}

    record Superseded() implements Ended {}

    /** Who or what paused a rollout. */
    enum PauseReason {
        MANUAL,
        INCONCLUSIVE,
        NO_DATA,
        GATE_ERROR,
        /** The database was restored to an earlier state: nothing follows from counts or time before a person has looked. */
        RESTORED,
        /** A rollout that it depends on has ended otherwise than completed. */
        DEPENDENCY
    }

    /** The word for it in the API, the database and the dashboard. */
    default String name() {
        return switch (this) {
            case Draft() -> "DRAFT";
            case Scheduled _ -> "SCHEDULED";
            case Rolling _, Enlisting _ -> "ROLLING";
            case Soaking _ -> "SOAKING";
            case AwaitingApproval _ -> "AWAITING_APPROVAL";
            case Paused _ -> "PAUSED";
            case RollingBack _ -> "ROLLING_BACK";
            case Halted _ -> "HALTED";
            case RolledBack() -> "ROLLED_BACK";
            case Completed() -> "COMPLETED";
            case Cancelled() -> "CANCELLED";
            case Superseded() -> "SUPERSEDED";
        };
    }

    default boolean isTerminal() {
        return this instanceof Ended;
    }
}
