package dev.breakwater.rollout.engine.policy;

/** What the engine does when a wave fails: take hosts back by itself, or stop and wait for a person. */
public enum OnFailure {
    ROLLBACK,
    HALT
}
