package dev.breakwater.rollout.engine;

import java.time.Instant;
import org.jspecify.annotations.Nullable;

/** A gate of a wave and what it said last. {@code reading} is null until it has been asked since the wave opened or was resumed. */
public record GateFact(String name, Weight weight, @Nullable Reading reading) {

    /** What a gate's verdict is good for. */
    public enum Weight {
        /** Shown, never counted. */
        DRY_RUN,
        COUNTED,
        /** Also asked before the first wave opens, which waits until it passes. */
        BEFORE_START
    }

    /** {@code pauses}: the gate's own rules leave no more patience with this verdict. {@code at}: when it was asked. */
    public record Reading(GateVerdict verdict, boolean pauses, String why, Instant at) {}

    boolean counts() {
        return weight != Weight.DRY_RUN;
    }

    /** A gate that has not been asked has no data. */
    public GateVerdict verdict() {
        return reading == null ? GateVerdict.NO_DATA : reading.verdict();
    }

    boolean pauses() {
        return reading != null && reading.pauses();
    }

    boolean passedSince(Instant since) {
        return reading != null
                && reading.verdict() == GateVerdict.PASS
                && !reading.at().isBefore(since);
    }

    GateFact unread() {
        return new GateFact(name, weight, null);
    }

    /** A pass that is older than what it has to follow counts once it is repeated. */
    String sentenceSince(Instant since) {
        boolean early = counts() && verdict() == GateVerdict.PASS && !passedSince(since);
        return early ? sentence() + "; it is asked again when the soak is over" : sentence();
    }

    /** {@code gate errors is INCONCLUSIVE: 0.03 is neither good nor bad}. */
    String sentence() {
        return reading == null
                ? "gate " + name + " has yet to be asked"
                : "gate %s is %s: %s".formatted(name, reading.verdict(), reading.why());
    }
}
