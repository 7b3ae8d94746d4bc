package dev.breakwater.rollout;

import java.util.UUID;
import org.jspecify.annotations.Nullable;

/** A rollout that exists, or else one as {@code POST /rollouts} would make it, and the share of hosts its generation is to break. */
public record SimulationRequest(
        @Nullable UUID rolloutId,
        RolloutRequest rollout,
        @Nullable Double defectRate,
        @Nullable Integer runs,
        @Nullable Long seed) {}
