package dev.breakwater.rollout.engine;

/** Where a host stands in a plan. */
public enum HostState {
    /** Its wave has not opened. */
    PENDING,
    /** Was offline when its wave opened: blocks nobody, and is offered when it returns. */
    DEFERRED,
    /** May fetch and stage, not switch. */
    OFFERED,
    /** Was granted its claim, or was seen running the new generation. */
    CLAIMED,
    SETTLED,
    FAILED,
    /** Missed its deadline. Counts as failed until it proves the contrary. */
    SILENT,
    /** Was touched, and has not yet proved its last good generation. */
    ROLLING_BACK,
    ROLLED_BACK,
    /** The rollout ended without touching it. */
    SKIPPED,
    /** Must not be touched, by a person's word. */
    HELD
}
