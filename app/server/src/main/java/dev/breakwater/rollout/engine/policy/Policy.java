package dev.breakwater.rollout.engine.policy;

import static dev.breakwater.rollout.engine.policy.InvalidPolicy.require;

import dev.breakwater.rollout.engine.policy.WaveSize.Percent;
import dev.breakwater.rollout.engine.policy.WaveSize.Rest;
import java.time.Duration;
import java.util.HashSet;
import java.util.List;
import java.util.Set;

/** Everything an operator asks of a rollout. */
public record Policy(
        List<WavePolicy> waves,
        Limits limits,
        Spread spread,
        Trial trial,
        Approvals approvals,
        RollbackPolicy rollback) {

    public static final int WAVES_MAX = 50;

    public Policy {
        waves = List.copyOf(waves);
        require(!waves.isEmpty(), "waves", "must name at least one wave");
        require(waves.size() <= WAVES_MAX, "waves", "must not be more than " + WAVES_MAX);
        requireUniqueNames(waves);
        requireRestLast(waves);
        requireGrowingPercentages(waves);
    }

    /** The last wave soaks for the longer of its own soak and the final soak: nothing is completed before both are over. */
    public Duration soakOf(int wave) {
        Duration soak = waves.get(wave).soak();
        boolean last = wave == waves.size() - 1;
        Duration finalSoak = trial.finalSoak();
        return last && finalSoak.compareTo(soak) > 0 ? finalSoak : soak;
    }

    /** No rollout under this policy can complete sooner than this after its start. */
    public Duration shortest() {
        Duration sum = Duration.ZERO;
        for (int wave = 0; wave < waves.size(); wave++) {
            sum = sum.plus(soakOf(wave));
        }
        return sum;
    }

    private static void requireUniqueNames(List<WavePolicy> waves) {
        Set<String> names = new HashSet<>();
        for (int i = 0; i < waves.size(); i++) {
            String name = waves.get(i).name();
            require(names.add(name), "waves/" + i + "/name", "must be unique, '" + name + "' is used twice");
        }
    }

    private static void requireRestLast(List<WavePolicy> waves) {
        for (int i = 0; i < waves.size() - 1; i++) {
            require(!(waves.get(i).size() instanceof Rest), "waves/" + i + "/size", "rest is for the last wave only");
        }
    }

    private static void requireGrowingPercentages(List<WavePolicy> waves) {
        int before = 0;
        for (int i = 0; i < waves.size(); i++) {
            if (waves.get(i).size() instanceof Percent(int percent)) {
                require(
                        percent > before,
                        "waves/" + i + "/size",
                        "percentages are cumulative and must increase: " + percent + "% after " + before + "%");
                before = percent;
            }
        }
    }
}
