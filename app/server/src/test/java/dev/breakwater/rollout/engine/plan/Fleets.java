package dev.breakwater.rollout.engine.plan;

import dev.breakwater.rollout.engine.policy.Approvals;
import dev.breakwater.rollout.engine.policy.Budget;
import dev.breakwater.rollout.engine.policy.Clearance;
import dev.breakwater.rollout.engine.policy.Limit;
import dev.breakwater.rollout.engine.policy.Limits;
import dev.breakwater.rollout.engine.policy.OnFailure;
import dev.breakwater.rollout.engine.policy.Policy;
import dev.breakwater.rollout.engine.policy.RollbackPermission;
import dev.breakwater.rollout.engine.policy.RollbackPolicy;
import dev.breakwater.rollout.engine.policy.RollbackScope;
import dev.breakwater.rollout.engine.policy.Spread;
import dev.breakwater.rollout.engine.policy.Trial;
import dev.breakwater.rollout.engine.policy.WavePolicy;
import dev.breakwater.rollout.engine.policy.WaveSize;
import java.time.Duration;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Random;
import java.util.Set;
import java.util.UUID;
import java.util.stream.IntStream;

/** Fleets with labels, and policies for them. */
final class Fleets {

    private Fleets() {}

    static Candidate host(int number, Map<String, String> labels, Spread spread) {
        return new Candidate(
                new UUID(0x0190_0000_0000_7000L, number),
                "web-" + number,
                "old",
                "new",
                null,
                Traits.of(labels, spread, Set.of()),
                false);
    }

    /** So many hosts at each site. */
    static List<Candidate> sites(Spread spread, int... hosts) {
        List<Candidate> fleet = new ArrayList<>();
        for (int site = 0; site < hosts.length; site++) {
            for (int i = 0; i < hosts[site]; i++) {
                fleet.add(host(fleet.size(), Map.of("site", "s" + site), spread));
            }
        }
        return fleet;
    }

    /** Between one and 300 hosts with labels of very unequal values, some without. */
    static List<Candidate> random(Random chance, Spread spread) {
        List<Candidate> fleet = new ArrayList<>();
        int hosts = 1 + chance.nextInt(300);
        int values = 1 + chance.nextInt(12);
        for (int i = 0; i < hosts; i++) {
            Map<String, String> labels = new HashMap<>();
            for (String key : List.of("site", "os", "model")) {
                if (chance.nextInt(20) > 0) {
                    labels.put(key, "v" + chance.nextInt(1 + chance.nextInt(values)));
                }
            }
            fleet.add(host(i, labels, spread));
        }
        return fleet;
    }

    static Policy policy(Spread spread, Limits limits, String... sizes) {
        List<WavePolicy> waves = IntStream.range(0, sizes.length)
                .mapToObj(i -> new WavePolicy(
                        "w" + i,
                        WaveSize.parse(sizes[i]),
                        Duration.ofMinutes(1),
                        Duration.ofMinutes(1),
                        Budget.of(Limit.none()),
                        Clearance.NONE))
                .toList();
        return policy(spread, limits, waves);
    }

    static Policy policy(Spread spread, Limits limits, List<WavePolicy> waves) {
        RollbackPolicy rollback = new RollbackPolicy(
                OnFailure.ROLLBACK,
                RollbackPermission.ALLOWED,
                RollbackScope.ROLLOUT,
                Duration.ofMinutes(1),
                null,
                Limit.none());
        return new Policy(waves, limits, spread, Trial.of(1, Duration.ZERO), Approvals.ONE, rollback);
    }

    static Limits perDomain(String limit) {
        return new Limits(null, Limit.parse("maxUnavailablePerDomain", limit), null);
    }

    static Plan plan(List<Candidate> fleet, Policy policy, long seed) {
        return Planner.plan(new PlanRequest(fleet, policy, seed));
    }

    static Map<List<String>, Integer> domains(List<Candidate> hosts) {
        Map<List<String>, Integer> sizes = new HashMap<>();
        hosts.forEach(host -> sizes.merge(host.traits().domain(), 1, Integer::sum));
        return sizes;
    }
}
