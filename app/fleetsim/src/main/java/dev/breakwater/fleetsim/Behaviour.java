package dev.breakwater.fleetsim;

/** How a host takes a generation: well, or in one of the ways in which hosts go wrong. */
public enum Behaviour {
    /** Switches, and is well. */
    HEALTHY,
    /** Switches, and its health check fails. */
    FAILS_CHECK,
    /** Cannot switch, and says so. */
    FAILS_SWITCH,
    /** Never answers its offer, and comes back an hour later. */
    SILENT,
    /** Needs twenty times as long. */
    SLOW,
    /** Switches, is well, and goes back by itself. */
    SELF_REVERTS,
    /** Switches, and is well in every other report. */
    FLAPS,
    /** Says it switched, and did not. */
    LIES
}
