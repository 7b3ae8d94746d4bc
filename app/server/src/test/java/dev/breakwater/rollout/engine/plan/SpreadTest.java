package dev.breakwater.rollout.engine.plan;

import static dev.breakwater.rollout.engine.plan.Fleets.perDomain;
import static dev.breakwater.rollout.engine.plan.Fleets.plan;
import static dev.breakwater.rollout.engine.plan.Fleets.policy;
import static dev.breakwater.rollout.engine.plan.Fleets.sites;
import static org.assertj.core.api.Assertions.assertThat;

import dev.breakwater.rollout.engine.policy.Limits;
import dev.breakwater.rollout.engine.policy.Policy;
import dev.breakwater.rollout.engine.policy.Spread;
import java.util.ArrayList;
import java.util.Collections;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Random;
import java.util.stream.IntStream;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.MethodSource;

class SpreadTest {

    private static final Spread BY_SITE = new Spread(List.of("site"), List.of());
    private static final String[][] SHAPES = {
        {"1", "10%", "50%", "rest"}, {"3", "3", "3", "rest"}, {"7%", "29%", "100%"}, {"1", "1", "1", "1", "1", "rest"}
    };

    static IntStream seeds() {
        return IntStream.range(0, 400);
    }

    @Test
    void a_wave_takes_of_every_site_its_share() {
        Plan plan = plan(sites(BY_SITE, 60, 30, 10), policy(BY_SITE, Limits.NONE, "10%", "50%", "rest"), 1);
        assertThat(counts(plan, sites(BY_SITE, 60, 30, 10), 0)).containsExactlyEntriesOf(shares(6, 3, 1));
        assertThat(counts(plan, sites(BY_SITE, 60, 30, 10), 1)).containsExactlyEntriesOf(shares(24, 12, 4));
        assertThat(counts(plan, sites(BY_SITE, 60, 30, 10), 2)).containsExactlyEntriesOf(shares(30, 15, 5));
    }

    @Test
    void waves_of_one_take_turns_among_sites() {
        List<Candidate> fleet = sites(BY_SITE, 20, 20, 20);
        Plan plan = plan(fleet, policy(BY_SITE, Limits.NONE, "1", "1", "1", "1", "1", "1", "rest"), 1);
        Map<String, Integer> six = new HashMap<>();
        IntStream.range(0, 6)
                .forEach(wave ->
                        counts(plan, fleet, wave).forEach((site, hosts) -> six.merge(site, hosts, Integer::sum)));
        assertThat(six).containsExactlyEntriesOf(shares(2, 2, 2));
    }

    @ParameterizedTest
    @MethodSource("seeds")
    void in_every_wave_a_domain_has_its_share_of_the_hosts_left_rounded(int seed) {
        Random chance = new Random(seed);
        Spread spread = new Spread(List.of("site", "os"), List.of());
        List<Candidate> fleet = Fleets.random(chance, spread);
        Plan plan = plan(fleet, policy(spread, Limits.NONE, SHAPES[seed % SHAPES.length]), seed);
        Map<String, Integer> left = all(fleet);
        int whole = fleet.size();
        for (int wave = 0; wave < plan.waves().size(); wave++) {
            int size = plan.waves().get(wave).hosts().size();
            Map<String, Integer> counts = counts(plan, fleet, wave);
            for (String domain : List.copyOf(left.keySet())) {
                int hosts = counts.getOrDefault(domain, 0);
                double fair = (double) size * left.get(domain) / whole;
                assertThat(hosts).isBetween((int) Math.floor(fair), (int) Math.ceil(fair));
                left.merge(domain, -hosts, Integer::sum);
            }
            whole -= size;
        }
    }

    @ParameterizedTest
    @MethodSource("seeds")
    void every_host_is_placed_once_and_waves_are_as_large_as_asked(int seed) {
        Random chance = new Random(seed);
        Spread spread = new Spread(List.of("site"), List.of("os", "model"));
        List<Candidate> fleet = Fleets.random(chance, spread);
        Policy policy = policy(spread, Limits.NONE, SHAPES[seed % SHAPES.length]);
        Plan plan = plan(fleet, policy, seed);
        List<Integer> plain = sizes(plan(fleet, policy(Spread.NONE, Limits.NONE, SHAPES[seed % SHAPES.length]), seed));
        assertThat(sizes(plan)).isEqualTo(plain);
        assertThat(plan.waves().stream().flatMap(wave -> wave.hosts().stream()).map(PlannedHost::id))
                .hasSize(fleet.size())
                .doesNotHaveDuplicates();
        Collections.shuffle(fleet, chance);
        assertThat(plan(fleet, policy, seed)).isEqualTo(plan);
    }

    @ParameterizedTest
    @MethodSource("seeds")
    void a_canary_within_the_limit_per_domain_is_found_wherever_there_is_one(int seed) {
        Random chance = new Random(seed);
        Spread spread = new Spread(List.of("site"), List.of("os"));
        List<Candidate> fleet = Fleets.random(chance, spread);
        int limit = 1 + chance.nextInt(3);
        int canary = 1 + chance.nextInt(8);
        Plan plan = plan(fleet, policy(spread, perDomain("" + limit), canary + "", "rest"), seed);
        int possible = all(fleet).values().stream()
                .mapToInt(hosts -> Math.min(hosts, limit))
                .sum();
        boolean kept = counts(plan, fleet, 0).values().stream().allMatch(hosts -> hosts <= limit);
        assertThat(kept).isEqualTo(Math.min(canary, fleet.size()) <= possible);
        assertThat(plan.lint().stream().anyMatch(lint -> lint.message().contains("may be away at once")))
                .isNotEqualTo(kept);
    }

    @Test
    void the_same_generation_planned_again_has_the_same_canary_though_hosts_have_come_that_are_left_out() {
        List<Candidate> fleet = sites(BY_SITE, 50, 50);
        Policy policy = policy(BY_SITE, Limits.NONE, "2", "rest");
        Plan plan = plan(fleet, policy, 7);
        List<Candidate> more = new ArrayList<>(fleet);
        Candidate held = Fleets.host(1_000, Map.of("site", "s0"), BY_SITE);
        more.add(new Candidate(held.id(), held.name(), "old", "new", "is held", held.traits(), false));
        assertThat(plan(more, policy, 7).planHash()).isEqualTo(plan.planHash());
    }

    private static List<Integer> sizes(Plan plan) {
        return plan.waves().stream().map(wave -> wave.hosts().size()).toList();
    }

    private static Map<String, Integer> shares(int... hosts) {
        Map<String, Integer> shares = new HashMap<>();
        IntStream.range(0, hosts.length).forEach(site -> shares.put("site=s" + site, hosts[site]));
        return shares;
    }

    private static Map<String, Integer> all(List<Candidate> fleet) {
        Map<String, Integer> all = new HashMap<>();
        fleet.forEach(host -> all.merge(String.join(",", host.traits().domain()), 1, Integer::sum));
        return all;
    }

    private static Map<String, Integer> counts(Plan plan, List<Candidate> fleet, int wave) {
        List<String> names =
                plan.waves().get(wave).hosts().stream().map(PlannedHost::name).toList();
        return all(fleet.stream().filter(host -> names.contains(host.name())).toList());
    }
}
