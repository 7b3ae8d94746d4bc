package dev.breakwater.rollout.engine;

import static dev.breakwater.rollout.engine.Given.SOAKED;
import static org.assertj.core.api.Assertions.assertThat;

import dev.breakwater.rollout.engine.Counts.Facts;
import dev.breakwater.rollout.engine.Verdict.Result;
import dev.breakwater.rollout.engine.policy.Budget;
import dev.breakwater.rollout.engine.policy.Clearance;
import dev.breakwater.rollout.engine.policy.Limit;
import dev.breakwater.rollout.engine.policy.WavePolicy;
import dev.breakwater.rollout.engine.policy.WaveSize;
import java.util.ArrayList;
import java.util.EnumMap;
import java.util.List;
import java.util.Map;
import org.junit.jupiter.api.Test;

/** All ways in which up to six hosts can stand, under all budgets that differ: no sample is drawn, none is left out. Whole rollouts: {@link BadNewsTest}. */
class VerdictPropertyTest {

    private static final List<HostState> STATES =
            List.of(HostState.SETTLED, HostState.CLAIMED, HostState.FAILED, HostState.SILENT, HostState.DEFERRED);

    @Test
    void a_bad_outcome_in_place_of_a_good_one_never_improves_a_verdict() {
        forAll((wave, budget) ->
                swap(wave, HostState.SETTLED, HostState.FAILED).forEach(worse -> assertNotBetter(worse, wave)));
    }

    @Test
    void a_host_that_turns_silent_never_improves_on_one_that_settles() {
        forAll((wave, budget) ->
                swap(wave, HostState.SETTLED, HostState.SILENT).forEach(worse -> assertNotBetter(worse, wave)));
    }

    @Test
    void doubt_about_a_settled_host_never_improves_a_verdict() {
        forAll((wave, budget) ->
                swap(wave, HostState.SETTLED, HostState.CLAIMED).forEach(worse -> assertNotBetter(worse, wave)));
    }

    @Test
    void a_failed_wave_stays_failed_whoever_fails_next() {
        forAll((wave, budget) -> {
            if (verdict(wave) == Result.FAIL) {
                swap(wave, HostState.CLAIMED, HostState.FAILED)
                        .forEach(worse -> assertThat(verdict(worse)).isEqualTo(Result.FAIL));
            }
        });
    }

    @Test
    void losing_more_than_the_budget_is_always_a_failure_and_only_nobody_passes_unproved() {
        forAll((wave, budget) -> {
            if (wave.counts().lost() > budget) {
                assertThat(verdict(wave)).isEqualTo(Result.FAIL);
            }
            if (verdict(wave) == Result.PASS) {
                assertThat(wave.counts().settled() > 0 || wave.counts().total() == 0)
                        .isTrue();
            }
        });
    }

    @Test
    void a_worse_word_of_a_gate_never_improves_a_verdict() {
        forAll((wave, budget) -> {
            for (GateVerdict good : GateVerdict.values()) {
                for (GateVerdict bad : GateVerdict.values()) {
                    if (bad.isWorseThan(good)) {
                        Wave before = wave.hearing(List.of(Given.gate("errors", good)));
                        Wave after = wave.hearing(List.of(Given.gate("errors", bad)));
                        assertThat(verdict(before).isWorseThan(verdict(after))).isFalse();
                    }
                }
            }
        });
    }

    private interface Claim {
        void check(Wave wave, int budget);
    }

    private static void forAll(Claim claim) {
        int waves = 0;
        for (int budget = 0; budget <= 3; budget++) {
            for (Limit minSettled : minimums()) {
                for (Map<HostState, Integer> hosts : standings()) {
                    claim.check(wave(hosts, budget, minSettled), budget);
                    waves++;
                }
            }
        }
        assertThat(waves).isGreaterThan(5_000);
    }

    private static List<Limit> minimums() {
        List<Limit> minimums = new ArrayList<>(List.of(new Limit.Absolute(2), new Limit.Share(50)));
        minimums.add(null);
        return minimums;
    }

    private static List<Map<HostState, Integer>> standings() {
        List<Map<HostState, Integer>> all = new ArrayList<>();
        fill(new EnumMap<>(HostState.class), 0, 6, all);
        return all;
    }

    private static void fill(Map<HostState, Integer> hosts, int next, int left, List<Map<HostState, Integer>> all) {
        if (next == STATES.size()) {
            all.add(new EnumMap<>(hosts));
            return;
        }
        for (int count = 0; count <= left; count++) {
            hosts.put(STATES.get(next), count);
            fill(hosts, next + 1, left - count, all);
        }
    }

    private static List<Wave> swap(Wave wave, HostState good, HostState bad) {
        Map<HostState, Integer> hosts = new EnumMap<>(wave.counts().hosts());
        if (hosts.get(good) == 0) {
            return List.of();
        }
        hosts.merge(good, -1, Integer::sum);
        hosts.merge(bad, 1, Integer::sum);
        return List.of(wave.counting(new Counts(hosts, Facts.NONE)));
    }

    private static Wave wave(Map<HostState, Integer> hosts, int budget, Limit minSettled) {
        Budget allowed = new Budget(new Limit.Absolute(budget), minSettled);
        WavePolicy policy =
                new WavePolicy("w", WaveSize.parse("rest"), Given.SOAK, Given.DEADLINE, allowed, Clearance.NONE);
        return Wave.pending(policy, 0).counting(new Counts(hosts, Facts.NONE));
    }

    private static void assertNotBetter(Wave worse, Wave wave) {
        assertThat(verdict(wave).isWorseThan(verdict(worse)))
                .as("%s is better than %s", worse.counts(), wave.counts())
                .isFalse();
    }

    private static Result verdict(Wave wave) {
        return Judge.judge(wave, SOAKED, SOAKED).result();
    }
}
