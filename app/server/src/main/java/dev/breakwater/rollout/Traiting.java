package dev.breakwater.rollout;

import dev.breakwater.host.Selector;
import dev.breakwater.rollout.engine.plan.Traits;
import dev.breakwater.rollout.engine.policy.Policy;
import dev.breakwater.rollout.engine.policy.Spread;
import dev.breakwater.rollout.engine.policy.WaveSize;
import java.util.HashMap;
import java.util.HashSet;
import java.util.Map;

/** What labels say to a policy. */
final class Traiting {
    private final Spread spread;
    private final Map<Integer, Selector> selectors = new HashMap<>();
    private final Pool<Traits> known = new Pool<>();

    Traiting(Policy policy) {
        this.spread = policy.spread();
        for (int wave = 0; wave < policy.waves().size(); wave++) {
            if (policy.waves().get(wave).size() instanceof WaveSize.Matching(var selector)) {
                selectors.put(wave, Selector.parse(selector));
            }
        }
    }

    Traits of(Map<String, String> labels) {
        var matching = new HashSet<Integer>();
        selectors.forEach((wave, selector) -> {
            if (selector.matches(labels)) {
                matching.add(wave);
            }
        });
        return known.one(Traits.of(labels, spread, matching));
    }
}
