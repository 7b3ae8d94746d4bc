package dev.breakwater.rollout.engine;

/** The life of a wave. */
public enum WaveState {
    PENDING,
    OPEN,
    SOAKING,
    PASSED,
    FAILED,
    ROLLED_BACK,
    SKIPPED
}
