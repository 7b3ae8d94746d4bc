package dev.breakwater.simulation;

/** What must be so, by the simulation's own knowledge of what its hosts run. */
final class Truth {
    private Truth() {}

    static void require(boolean holds, String what) {
        if (!holds) {
            throw new AssertionError(what);
        }
    }
}
