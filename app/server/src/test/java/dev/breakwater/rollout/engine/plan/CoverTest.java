package dev.breakwater.rollout.engine.plan;

import static dev.breakwater.rollout.engine.plan.Fleets.host;
import static dev.breakwater.rollout.engine.plan.Fleets.perDomain;
import static dev.breakwater.rollout.engine.plan.Fleets.plan;
import static dev.breakwater.rollout.engine.plan.Fleets.policy;
import static org.assertj.core.api.Assertions.assertThat;

import dev.breakwater.rollout.engine.policy.Limits;
import dev.breakwater.rollout.engine.policy.Policy;
import dev.breakwater.rollout.engine.policy.Spread;
import java.util.ArrayList;
import java.util.HashSet;
import java.util.List;
import java.util.Map;
import java.util.Random;
import java.util.Set;
import java.util.stream.IntStream;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.MethodSource;

class CoverTest {

    private static final Spread OS_AND_MODEL = new Spread(List.of(), List.of("os", "model"));

    static IntStream seeds() {
        return IntStream.range(0, 400);
    }

    @Test
    void two_canaries_touch_two_systems_on_two_models() {
        List<Candidate> fleet = new ArrayList<>();
        for (int i = 0; i < 40; i++) {
            fleet.add(host(i, Map.of("os", "nixos", "model", "a"), OS_AND_MODEL));
        }
        fleet.add(host(40, Map.of("os", "fcos", "model", "b"), OS_AND_MODEL));
        Plan plan = plan(fleet, policy(OS_AND_MODEL, Limits.NONE, "2", "rest"), 3);
        assertThat(plan.waves().getFirst().hosts())
                .extracting(PlannedHost::name)
                .contains("web-40");
        assertThat(plan.misses()).isEmpty();
    }

    @Test
    void what_a_canary_cannot_touch_is_listed_with_the_reason() {
        List<Candidate> fleet = List.of(
                host(0, Map.of("os", "a", "model", "x"), OS_AND_MODEL),
                host(1, Map.of("os", "b", "model", "x"), OS_AND_MODEL),
                host(2, Map.of("os", "c"), OS_AND_MODEL));
        Plan plan = plan(fleet, policy(OS_AND_MODEL, Limits.NONE, "2", "rest"), 3);
        assertThat(plan.waves().getFirst().hosts()).hasSize(2);
        assertThat(plan.misses())
                .singleElement()
                .satisfies(miss -> assertThat(miss.why()).isEqualTo("the 2 hosts of wave w0 have no room for it"));
        assertThat(plan.lint())
                .extracting(Lint::message)
                .anyMatch(message -> message.startsWith("wave w0 does not cover os="));
    }

    @Test
    void a_missing_label_is_a_value_that_is_missed_without_one() {
        List<Candidate> fleet = List.of(
                host(0, Map.of("os", "a"), OS_AND_MODEL), host(1, Map.of("os", "a", "model", "x"), OS_AND_MODEL));
        Plan plan = plan(fleet, policy(OS_AND_MODEL, Limits.NONE, "1", "rest"), 3);
        String canary = plan.waves().getFirst().hosts().getFirst().name();
        String missed = canary.equals("web-0") ? "x" : null;
        assertThat(plan.misses())
                .extracting(Uncovered::label, Uncovered::value)
                .containsExactly(org.assertj.core.api.Assertions.tuple("model", missed));
    }

    @ParameterizedTest
    @MethodSource("seeds")
    void no_host_swapped_in_would_make_a_canary_touch_more(int seed) {
        Random chance = new Random(seed);
        List<Candidate> fleet = Fleets.random(chance, OS_AND_MODEL);
        Plan plan = plan(fleet, policy(OS_AND_MODEL, Limits.NONE, (1 + chance.nextInt(6)) + "", "rest"), seed);
        List<Candidate> canary = canary(plan, fleet);
        int touched = values(canary).size();
        for (int out = 0; out < canary.size(); out++) {
            for (Candidate in : fleet) {
                List<Candidate> other = new ArrayList<>(canary);
                other.set(out, in);
                assertThat(values(other).size()).isLessThanOrEqualTo(touched);
            }
        }
        assertThat(plan.misses()).hasSize(values(fleet).size() - touched);
    }

    @ParameterizedTest
    @MethodSource("seeds")
    void covering_never_gives_a_domain_more_than_its_share_rounded_up(int seed) {
        Random chance = new Random(seed);
        Spread spread = new Spread(List.of("site"), List.of("os", "model"));
        List<Candidate> fleet = Fleets.random(chance, spread);
        Policy policy = policy(spread, seed % 2 == 0 ? Limits.NONE : perDomain("50%"), "6%", "rest");
        Plan plan = plan(fleet, policy, seed);
        List<Candidate> canary = canary(plan, fleet);
        Map<List<String>, Integer> sizes = Fleets.domains(fleet);
        Fleets.domains(canary).forEach((domain, hosts) -> {
            if (seed % 2 == 0) {
                double fair = (double) canary.size() * sizes.get(domain) / fleet.size();
                assertThat(hosts).isLessThanOrEqualTo((int) Math.ceil(fair));
            }
        });
        assertThat(values(fleet)).hasSize(values(canary).size() + plan.misses().size());
    }

    private static List<Candidate> canary(Plan plan, List<Candidate> fleet) {
        Set<String> names = new HashSet<>();
        plan.waves().getFirst().hosts().forEach(host -> names.add(host.name()));
        return fleet.stream().filter(host -> names.contains(host.name())).toList();
    }

    private static Set<String> values(List<Candidate> hosts) {
        Set<String> values = new HashSet<>();
        hosts.forEach(host -> values.addAll(host.traits().covering()));
        return values;
    }
}
