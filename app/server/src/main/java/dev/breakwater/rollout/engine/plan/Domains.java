package dev.breakwater.rollout.engine.plan;

import dev.breakwater.rollout.engine.policy.Limit;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import org.jspecify.annotations.Nullable;

/** The failure domains of hosts in the order drawn, numbered as they first appear, and how many hosts each still has to give. */
final class Domains {

    private final List<List<String>> names = new ArrayList<>();
    private final int[] of;
    private final int[] sizes;
    private final int[] left;

    Domains(Hosts drawn) {
        Map<List<String>, Integer> numbers = new HashMap<>();
        this.of = new int[drawn.size()];
        int[] byKind = new int[drawn.kinds()];
        Arrays.fill(byKind, -1);
        for (int host = 0; host < of.length; host++) {
            int kind = drawn.kind(host);
            if (byKind[kind] < 0) {
                byKind[kind] = numbers.computeIfAbsent(drawn.traits(host).domain(), this::next);
            }
            of[host] = byKind[kind];
        }
        this.sizes = new int[names.size()];
        for (int domain : of) {
            sizes[domain]++;
        }
        this.left = sizes.clone();
    }

    private int next(List<String> name) {
        names.add(name);
        return names.size() - 1;
    }

    int count() {
        return names.size();
    }

    int of(int host) {
        return of[host];
    }

    int size(int domain) {
        return sizes[domain];
    }

    int[] left() {
        return left.clone();
    }

    void take(int host) {
        left[of[host]]--;
    }

    /** {@code "site=ber-1, rack=7"}. */
    String name(int domain) {
        return String.join(", ", names.get(domain));
    }

    /** What a limit leaves of each domain; all of it where there is no limit. */
    int[] within(@Nullable Limit limit) {
        int[] within = left.clone();
        if (limit != null) {
            Arrays.setAll(within, domain -> Math.min(left[domain], limit.of(sizes[domain])));
        }
        return within;
    }
}
