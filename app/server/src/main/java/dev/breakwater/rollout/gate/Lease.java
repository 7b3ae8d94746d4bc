package dev.breakwater.rollout.gate;

import dev.breakwater.rollout.engine.GateVerdict;
import java.time.Instant;
import org.jspecify.annotations.Nullable;

/**
 * A question that this replica alone may ask for a while, and what the gate said before.
 *
 * @param accepted it has been asked; its webhook took it, and has not called back in time
 */
record Lease(
        Question question,
        @Nullable GateVerdict before,
        int errors,
        @Nullable Instant soakUntil,
        boolean accepted) {

    /** A rollout waits for the first pass after its soak, even where the gate has said nothing else all along. */
    boolean turns(Reading reading) {
        var soaked = soakUntil != null && !question.at().isBefore(soakUntil);
        return before != reading.verdict() || reading.pauses() || soaked;
    }
}
