package dev.breakwater.rollout.engine;

/** What the judge says of a wave, with the figures it rests on. */
public record Verdict(Result result, String why) {

    /** From best to worst. */
    public enum Result {
        PASS,
        /** Enough hosts settled; the soak is not over, its data is not fresh, or a gate has not passed since. */
        SOAK,
        /** Nothing to judge by, and nothing under way that could change that. Never a pass. */
        NO_DATA,
        /** Hosts have yet to answer: anything may come of it. */
        WAITING,
        FAIL;

        public boolean isWorseThan(Result other) {
            return compareTo(other) > 0;
        }
    }

    static Verdict fail(String why) {
        return new Verdict(Result.FAIL, why);
    }

    boolean fails() {
        return result == Result.FAIL;
    }

    /** The wave's hosts have answered well enough to soak, or more. */
    boolean settles() {
        return result == Result.PASS || result == Result.SOAK;
    }
}
