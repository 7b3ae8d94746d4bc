package dev.breakwater.fleetsim;

/** Where a host says it is. */
enum Phase {
    IDLE,
    STAGED,
    ACTIVATING,
    ACTIVE,
    REVERTED,
    FAILED
}
