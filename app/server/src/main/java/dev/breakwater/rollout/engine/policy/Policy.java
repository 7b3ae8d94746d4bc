package dev.breakwater.rollout.engine.policy;

import static dev.breakwater.rollout.engine.policy.InvalidPolicy.require;

import dev.breakwater.rollout.engine.policy.WaveSize.Percent;
import dev.breakwater.rollout.engine.policy.WaveSize.Rest;
import java.time.Duration;
import java.util.ArrayList;
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
        require(planned(waves) <= WAVES_MAX, "waves", "must not be more than " + WAVES_MAX);
        requireUniqueNames(waves);
        requireRestLast(waves);
        requireGrowingPercentages(waves);
    }

    /** The same, with one more wave behind the planned ones, on the terms of the last: for hosts that come to match meanwhile. */
    public Policy joinedByNewcomers() {
        List<WavePolicy> joined = new ArrayList<>(waves);
        joined.add(waves.getLast().forNewcomers());
        return new Policy(joined, limits, spread, trial, approvals, rollback);
    }

    /**
     * The last planned wave soaks for the longer of its own soak and the final soak: nothing is completed before both are over. So do
     * newcomers, if there are any.
     */
    public Duration soakOf(int wave) {
        Duration soak = waves.get(wave).soak();
        boolean last = wave >= planned(waves) - 1;
        Duration finalSoak = trial.finalSoak();
        return last && finalSoak.compareTo(soak) > 0 ? finalSoak : soak;
    }

    /** No rollout under this policy can complete sooner than this after its start, if no newcomer joins. */
    public Duration shortest() {
        Duration sum = Duration.ZERO;
        for (int wave = 0; wave < planned(waves); wave++) {
            sum = sum.plus(soakOf(wave));
        }
        return sum;
    }

    private static int planned(List<WavePolicy> waves) {
        return waves.size() - (waves.getLast().planned() ? 0 : 1);
    }

    private static void requireUniqueNames(List<WavePolicy> waves) {
        Set<String> names = new HashSet<>();
        for (int i = 0; i < waves.size(); i++) {
            String name = waves.get(i).name();
            require(names.add(name), "waves/" + i + "/name", "must be unique, '" + name + "' is used twice");
        }
    }

    private static void requireRestLast(List<WavePolicy> waves) {
        for (int i = 0; i < planned(waves) - 1; i++) {
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
