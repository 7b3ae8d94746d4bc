package dev.breakwater.convoy;

/** What became of one request among those that were worked off together. */
public sealed interface Outcome<A> {
    /** Committed. */
    record Answered<A>(A answer) implements Outcome<A> {}

    /** This one cannot be done; it left no trace, and its neighbours are not touched by it. */
    record Refused<A>(RuntimeException why) implements Outcome<A> {}

    /** It would have kept the others waiting; to be done alone, at its own pace. */
    record Alone<A>() implements Outcome<A> {}
}
