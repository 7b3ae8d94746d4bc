package dev.breakwater.rollout.gate;

import java.util.UUID;
import org.jspecify.annotations.Nullable;

/** What a gate is tried for: a rollout's wave, the wave that opened last, or, without a rollout, nothing in particular. */
record TryRequest(@Nullable UUID rolloutId, @Nullable String wave) {
    static final TryRequest NONE = new TryRequest(null, null);
}
