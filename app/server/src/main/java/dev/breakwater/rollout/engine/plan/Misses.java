package dev.breakwater.rollout.engine.plan;

import dev.breakwater.rollout.engine.policy.Policy;
import dev.breakwater.rollout.engine.policy.WaveSize.Matching;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.HashSet;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.TreeMap;

/** The values of {@code cover} labels among the hosts to be moved that no host of the first wave has. */
final class Misses {

    /** As many as are listed; a label that tells nearly every host apart would list the fleet. */
    static final int LISTED_MAX = 1_000;

    private Misses() {}

    static List<Uncovered> of(Policy policy, Hosts movable, Hosts canary) {
        if (policy.spread().cover().isEmpty() || canary.size() == 0) {
            return List.of();
        }
        Set<String> touched = new HashSet<>();
        canary.alike().forEach(each -> touched.addAll(each.traits().covering()));
        Map<String, Set<List<String>>> missed = new TreeMap<>(Comparator.naturalOrder());
        movable.alike()
                .forEach(each -> each.traits().covering().stream()
                        .filter(value -> !touched.contains(value))
                        .forEach(value -> missed.computeIfAbsent(value, _ -> new HashSet<>())
                                .add(each.traits().domain())));
        List<Uncovered> misses = new ArrayList<>();
        missed.forEach((value, domains) -> misses.add(Uncovered.of(value, why(policy, canary, domains))));
        return misses.stream().limit(LISTED_MAX).toList();
    }

    private static String why(Policy policy, Hosts canary, Set<List<String>> domains) {
        String wave = policy.waves().getFirst().name();
        if (policy.waves().getFirst().size() instanceof Matching) {
            return "no host of wave %s has it, and its selector says which are taken".formatted(wave);
        }
        if (!policy.spread().spreadBy().isEmpty() && domains.size() == 1) {
            return "its hosts are all in %s, of whose share in wave %s other values have more use, or wave %s is too small"
                    .formatted(String.join(", ", domains.iterator().next()), wave, wave);
        }
        return "the %d hosts of wave %s have no room for it".formatted(canary.size(), wave);
    }
}
