package dev.breakwater.rollout.engine.plan;

import java.util.UUID;

/** A host the selector matched that takes no part, and why. */
public record Excluded(UUID id, String name, String why) {
    /** The plan leaves it where it is, and no newcomer's wave takes it either. */
    public static final String NO_WAVE = "no wave takes it";

    static final String RUNS_IT = "runs it already";
}
