package dev.breakwater.rollout.engine.plan;

import dev.breakwater.rollout.engine.policy.Policy;
import java.util.HashMap;
import java.util.List;
import java.util.Map;

/** A plan as the lint rules look at it: every movable host, and each wave's. */
record Layout(Policy policy, List<Candidate> movable, List<List<Candidate>> waves, List<Uncovered> misses) {

    int fleet() {
        return waves.stream().mapToInt(List::size).sum();
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

    static Map<List<String>, Integer> domains(List<Candidate> hosts) {
        Map<List<String>, Integer> sizes = new HashMap<>();
        hosts.forEach(host -> sizes.merge(host.traits().domain(), 1, Integer::sum));
        return sizes;
    }

    static String title(List<String> domain) {
        return domain.isEmpty() ? "all hosts" : String.join(", ", domain);
    }
}
