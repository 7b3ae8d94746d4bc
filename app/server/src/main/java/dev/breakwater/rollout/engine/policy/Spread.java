package dev.breakwater.rollout.engine.policy;

import static dev.breakwater.rollout.engine.policy.InvalidPolicy.require;

import java.util.HashSet;
import java.util.List;

/** Label keys: whose values every wave mixes, and whose values the canary wave must each touch. */
public record Spread(List<String> spreadBy, List<String> cover) {

    public static final Spread NONE = new Spread(List.of(), List.of());
    static final int KEYS_MAX = 8;

    public Spread {
        spreadBy = keys("spreadBy", spreadBy);
        cover = keys("cover", cover);
    }

    private static List<String> keys(String field, List<String> keys) {
        require(keys.size() <= KEYS_MAX, field, "must not name more than " + KEYS_MAX + " labels");
        require(new HashSet<>(keys).size() == keys.size(), field, "must not name a label twice");
        require(keys.stream().noneMatch(String::isBlank), field, "must not name an empty label");
        return List.copyOf(keys);
    }
}
