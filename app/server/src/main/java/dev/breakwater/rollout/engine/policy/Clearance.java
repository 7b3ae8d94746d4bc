package dev.breakwater.rollout.engine.policy;

import static dev.breakwater.rollout.engine.policy.InvalidPolicy.require;

import java.util.HashSet;
import java.util.List;

/** What must hold after a wave's hosts have settled and soaked: the gates named, and a person's approval if asked for. */
public record Clearance(List<String> gates, boolean approval) {

    public static final Clearance NONE = new Clearance(List.of(), false);
    public static final Clearance APPROVAL = new Clearance(List.of(), true);
    static final int GATES_MAX = 20;

    public Clearance {
        gates = List.copyOf(gates);
        require(gates.size() <= GATES_MAX, "gates", "must not name more than " + GATES_MAX);
        require(new HashSet<>(gates).size() == gates.size(), "gates", "must not name a gate twice");
    }
}
