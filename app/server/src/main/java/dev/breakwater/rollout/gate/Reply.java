package dev.breakwater.rollout.gate;

/** What comes back when a gate is asked: its answer, or that it will call back with one. */
sealed interface Reply permits Finding, Reply.Later {
    record Later() implements Reply {}
}
