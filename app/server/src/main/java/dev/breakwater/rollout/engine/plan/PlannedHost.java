package dev.breakwater.rollout.engine.plan;

import java.util.UUID;
import org.jspecify.annotations.Nullable;

/** A host's move. */
public record PlannedHost(UUID id, String name, @Nullable String from, String to) {}
