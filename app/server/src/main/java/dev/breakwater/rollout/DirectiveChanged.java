package dev.breakwater.rollout;

/**
 * Some hosts of a rollout may have something else to do than before. Published once the change is committed, also where
 * another replica made it, so that waiting polls look again.
 */
public record DirectiveChanged(RolloutId rolloutId) {}
