package dev.breakwater.rollout.engine.fleet;

/** What a simulation does to a rollout besides letting it be. Each kind draws its own luck, so that one can be left out to see whether it matters. */
enum Fault {
    /** Reports are lost, doubled, late and out of order. */
    NETWORK,
    /** Hosts that are sick, silent, lying, crash-looping, flapping, going back by themselves. */
    TEMPERS,
    /** A decision is lost with its alarm, as a server that dies before it commits. */
    CRASHES,
    /** Two servers whose clocks differ decide in turn. */
    SKEW,
    /** A gate's provider hangs, errs or has nothing to say. */
    GATES,
    /** People pause, halt, roll back and skip hosts without need. */
    MEDDLING,
    /** The rollout that this one depends on comes to nothing. */
    OTHERS,
    /** Hosts are held, released and deleted in mid-wave. */
    INVENTORY,
    /** Hosts come to match after the rollout was planned, and join it. */
    NEWCOMERS
}
