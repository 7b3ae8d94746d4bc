package dev.breakwater.rollout.engine.proof;

import dev.breakwater.rollout.engine.HostState;
import org.jspecify.annotations.Nullable;

/**
 * One host's row in a plan, before a report is weighed.
 *
 * @param state as stored, which may predate the wave's present directive
 * @param touched was granted a claim, or was seen running the new generation
 * @param bootIdBefore the boot it was in when it was first offered; null where unknown
 * @param healthyStreak healthy reports in a row so far
 * @param rollbackFailed said that it could not go back
 */
public record HostTurn(
        HostState state,
        boolean touched,
        Target target,
        @Nullable String bootIdBefore,
        int healthyStreak,
        boolean rollbackFailed) {}
