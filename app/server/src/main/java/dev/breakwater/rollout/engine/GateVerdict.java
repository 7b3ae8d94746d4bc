package dev.breakwater.rollout.engine;

/** What a gate says. From best to worst; having no data is as bad as not being able to tell from it. */
public enum GateVerdict {
    PASS(0),
    NO_DATA(1),
    INCONCLUSIVE(1),
    /** Could not be asked. Says nothing about the generation. */
    ERROR(2),
    FAIL(3);

    private final int badness;

    GateVerdict(int badness) {
        this.badness = badness;
    }

    public boolean isWorseThan(GateVerdict other) {
        return badness > other.badness;
    }
}
