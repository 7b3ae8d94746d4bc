package dev.breakwater.rollout.gate;

/** Asks on behalf of one type of gate. Throws {@link Unreachable} where there is no answer that says anything. Safe for many threads. */
interface Provider {
    GateType type();

    Reply ask(Question question);
}
