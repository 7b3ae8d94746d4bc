package dev.breakwater.rollout.engine.plan;

import java.util.UUID;

/** A host the selector matched that takes no part, and why. */
public record Excluded(UUID id, String name, String why) {}
