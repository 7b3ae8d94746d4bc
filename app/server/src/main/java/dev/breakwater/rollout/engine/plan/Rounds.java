package dev.breakwater.rollout.engine.plan;

import dev.breakwater.rollout.engine.policy.Limit;
import dev.breakwater.rollout.engine.policy.Limits;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import org.jspecify.annotations.Nullable;

/** How many times over the hosts of each wave take turns, at least, since so many may be away at once and no more. */
final class Rounds {

    private Rounds() {}

    static List<Integer> of(Layout layout) {
        Limits limits = layout.policy().limits();
        Map<List<String>, Integer> sizes = layout.movable().domains();
        List<Integer> rounds = new ArrayList<>();
        for (Hosts wave : layout.waves()) {
            int most = turns(wave.size(), limits.maxUnavailable(), layout.fleet());
            Limit perDomain = limits.maxUnavailablePerDomain();
            if (perDomain != null) {
                for (Map.Entry<List<String>, Integer> domain : wave.domains().entrySet()) {
                    int size = sizes.getOrDefault(domain.getKey(), 0);
                    most = Math.max(most, turns(domain.getValue(), perDomain, size));
                }
            }
            rounds.add(most);
        }
        return rounds;
    }

    private static int turns(int hosts, @Nullable Limit limit, int whole) {
        if (limit == null) {
            return hosts == 0 ? 0 : 1;
        }
        int atOnce = Math.max(1, limit.of(whole));
        return Math.ceilDiv(hosts, atOnce);
    }
}
