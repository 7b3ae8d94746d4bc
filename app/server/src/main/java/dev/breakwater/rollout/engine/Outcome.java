package dev.breakwater.rollout.engine;

import java.util.List;

/** How an event was taken. */
public sealed interface Outcome {

    /** From one phase to another: one audit row each. */
    record Transition(Phase from, Phase to, Cause cause) {}

    record Moved(List<Transition> transitions) implements Outcome {
        public Moved {
            transitions = List.copyOf(transitions);
        }
    }

    /** Heard, and the phase stays. */
    record Unchanged() implements Outcome {}

    /** Came too late or twice; harmless. */
    record Ignored(String why) implements Outcome {}

    /** Not legal in this phase. */
    record Refused(String why) implements Outcome {}
}
