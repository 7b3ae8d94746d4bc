package dev.breakwater.rollout.engine.policy;

/** Which hosts a rollback takes back: all this rollout has touched, or only those in waves that have not passed. */
public enum RollbackScope {
    ROLLOUT,
    WAVE
}
