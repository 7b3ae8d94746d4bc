package dev.breakwater.simulation;

/** What is wrong with a simulated host, if anything. */
enum Temper {
    SOUND,
    /** A check fails on everything but what it ran first. */
    SICK,
    /** Boots over and over on what is new, and never gets there. */
    CRASH_LOOPING,
    /** Never heard again once it has switched. */
    SILENT,
    /** Says it is active, and runs what it ran. */
    LYING,
    /** Its check passes now and then. */
    FLAPPING,
    /** Settles, and goes back by itself. */
    REVERTING,
    /** Says it cannot, whatever it is told. */
    REFUSING;

    boolean isSound() {
        return this == SOUND;
    }
}
