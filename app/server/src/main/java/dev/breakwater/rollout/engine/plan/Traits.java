package dev.breakwater.rollout.engine.plan;

import dev.breakwater.rollout.engine.policy.Spread;
import java.util.List;
import java.util.Map;
import java.util.Set;

/**
 * What a host's labels say to a plan: its failure domain, the values a canary should touch, and the indexes of the waves whose selector
 * it matches. Values are written as selectors: {@code site=ber-1}, and {@code !site} where the label is missing, which is a value as well.
 */
public record Traits(List<String> domain, List<String> covering, Set<Integer> matching) {

    public static final Traits NONE = new Traits(List.of(), List.of(), Set.of());

    public Traits {
        domain = List.copyOf(domain);
        covering = List.copyOf(covering);
        matching = Set.copyOf(matching);
    }

    public static Traits of(Map<String, String> labels, Spread spread, Set<Integer> matching) {
        return new Traits(values(labels, spread.spreadBy()), values(labels, spread.cover()), matching);
    }

    private static List<String> values(Map<String, String> labels, List<String> keys) {
        return keys.stream().map(key -> value(key, labels)).toList();
    }

    private static String value(String key, Map<String, String> labels) {
        String value = labels.get(key);
        return value == null ? "!" + key : key + "=" + value;
    }
}
