package dev.breakwater.rollout.store;

import dev.breakwater.rollout.engine.Directive;
import dev.breakwater.rollout.engine.Verdict;
import dev.breakwater.rollout.engine.WaveState;
import java.time.Instant;
import java.util.UUID;
import org.jspecify.annotations.Nullable;

/** A wave as kept. */
public record WaveRow(
        UUID rolloutId,
        int ordinal,
        String name,
        WaveState state,
        Directive directive,
        long epoch,
        int hosts,
        int inherited,
        @Nullable Instant openedAt,
        @Nullable Instant soakUntil,
        @Nullable Verdict verdict,
        boolean enlisted) {}
