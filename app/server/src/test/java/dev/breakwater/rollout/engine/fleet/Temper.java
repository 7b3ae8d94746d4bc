package dev.breakwater.rollout.engine.fleet;

/** What is wrong with a simulated host, if anything. */
enum Temper {
    SOUND,
    /** Its check fails on the new generation. */
    SICK,
    /** Says it is active and runs the old generation. */
    LIAR,
    /** Dies when it switches. */
    BRICK,
    /** Boots into the new generation over and over. */
    CRASH_LOOPER,
    /** Refuses to stage. */
    UNWILLING,
    /** Settles, and goes back by itself later. */
    QUITTER,
    /** Its check knows the answer only now and then. */
    FLAPPER,
    /** Was away when its wave opened, and comes back. */
    TRAVELLER,
    /** Cannot go back: says so whenever it is told to. */
    STUCK;

    boolean bad() {
        return this != SOUND && this != TRAVELLER && this != FLAPPER && this != STUCK;
    }
}
