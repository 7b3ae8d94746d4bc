package dev.breakwater.rollout.gate;

import dev.breakwater.rollout.engine.GateVerdict;
import java.time.Instant;
import java.util.UUID;

/** Told, in the transaction that keeps it, when what a gate says could move its rollout. */
public interface Bell {
    /** {@code changed}: it says something else than before. */
    record Turn(UUID rollout, String wave, String gate, GateVerdict verdict, String why, Instant at, boolean changed) {}

    void ring(Turn turn);
}
