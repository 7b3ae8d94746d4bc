package dev.breakwater.rollout;

import dev.breakwater.rollout.engine.policy.Limit;
import dev.breakwater.rollout.engine.policy.Policy;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.stream.Collectors;

/** What a rollout allows to be away at once of the hosts of a scope, whoever moved them. {@code scope} is a selector's canonical text. */
record Allowance(String code, String scope, Limit limit) {
    static final String OVERALL = "max_unavailable";
    static final String PER_DOMAIN = "max_unavailable_per_domain";

    /** Those that bind a host, its failure domain first. */
    static List<Allowance> of(Policy policy, String selector, Map<String, String> labels) {
        var allowances = new ArrayList<Allowance>();
        var limits = policy.limits();
        if (limits.maxUnavailablePerDomain() != null) {
            var domain = domain(policy.spread().spreadBy(), labels);
            allowances.add(new Allowance(PER_DOMAIN, domain, limits.maxUnavailablePerDomain()));
        }
        if (limits.maxUnavailable() != null) {
            allowances.add(new Allowance(OVERALL, selector, limits.maxUnavailable()));
        }
        return allowances;
    }

    /** The selector of all hosts with the same values; to have no value is one, too. */
    static String domain(List<String> spreadBy, Map<String, String> labels) {
        return spreadBy.stream()
                .sorted()
                .distinct()
                .map(key -> labels.containsKey(key) ? key + "=" + labels.get(key) : "!" + key)
                .collect(Collectors.joining(","));
    }

    /** At least one may move, or nothing ever would: the plan's lint has warned of a limit that rounds to none. */
    int allowed(int whole) {
        return Math.max(1, limit.of(whole));
    }
}
