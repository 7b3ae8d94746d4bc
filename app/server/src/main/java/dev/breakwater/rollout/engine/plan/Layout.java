package dev.breakwater.rollout.engine.plan;

import dev.breakwater.rollout.engine.policy.Policy;
import java.util.List;

/** A plan as the lint rules look at it: every movable host, and each wave's. */
record Layout(Policy policy, Hosts movable, List<Hosts> waves, List<Uncovered> misses) {

    int fleet() {
        return waves.stream().mapToInt(Hosts::size).sum();
    }

    String name(int wave) {
        return policy.waves().get(wave).name();
    }

    int hosts(int wave) {
        return waves.get(wave).size();
    }

    boolean isSpread() {
        return !policy.spread().spreadBy().isEmpty();
    }

    static String title(List<String> domain) {
        return domain.isEmpty() ? "all hosts" : String.join(", ", domain);
    }
}
