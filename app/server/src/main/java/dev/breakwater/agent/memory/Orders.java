package dev.breakwater.agent.memory;

import dev.breakwater.rollout.Desired.Basis;
import java.util.Arrays;
import java.util.HashMap;
import java.util.Map;
import java.util.UUID;

/**
 * The orders under which answers were given: one number for all hosts of a wave. When a wave's orders change its number ends, and
 * with it every answer that was given under it, whatever the number of hosts. A number is never used again.
 */
final class Orders {
    static final int NOBODYS = 0;

    private final Map<UUID, Map<Kind, Integer>> standing = new HashMap<>();
    private boolean[] ended = new boolean[64];
    private int newest = NOBODYS;

    /** {@code back}: the answer names a way back, by what generations called it then. */
    private record Kind(int wave, boolean back) {}

    int of(Basis basis) {
        if (basis.rollout() == null) {
            return NOBODYS;
        }
        return standing.computeIfAbsent(basis.rollout(), _ -> new HashMap<>())
                .computeIfAbsent(new Kind(basis.wave(), basis.back()), _ -> next());
    }

    boolean stands(int order) {
        var all = ended;
        return order >= 0 && order < all.length && !all[order];
    }

    void end(UUID rollout) {
        var kinds = standing.remove(rollout);
        if (kinds != null) {
            kinds.values().forEach(this::end);
        }
    }

    void end(UUID rollout, int wave) {
        var kinds = standing.get(rollout);
        if (kinds != null) {
            kinds.entrySet().removeIf(entry -> entry.getKey().wave() == wave && end(entry.getValue()));
        }
    }

    void endWaysBack() {
        standing.values()
                .forEach(kinds ->
                        kinds.entrySet().removeIf(entry -> entry.getKey().back() && end(entry.getValue())));
    }

    private boolean end(int order) {
        ended[order] = true;
        return true;
    }

    private int next() {
        newest++;
        if (newest == ended.length) {
            ended = Arrays.copyOf(ended, 2 * ended.length);
        }
        return newest;
    }
}
