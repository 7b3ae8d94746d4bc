package dev.breakwater.rollout.engine.plan;

import dev.breakwater.rollout.engine.policy.Limit;
import dev.breakwater.rollout.engine.policy.Policy;
import dev.breakwater.rollout.engine.policy.WavePolicy;
import java.util.ArrayList;
import java.util.List;

/** What an operator should know of a plan before it runs. */
final class Lints {

    private Lints() {}

    static List<Lint> of(Policy policy, List<PlannedWave> waves) {
        List<Lint> lint = new ArrayList<>();
        int fleet = waves.stream().mapToInt(wave -> wave.hosts().size()).sum();
        if (fleet == 0) {
            return List.of(Lint.error("no host can be moved"));
        }
        for (int i = 0; i < waves.size(); i++) {
            wave(policy.waves().get(i), waves.get(i).hosts().size(), lint);
        }
        lastWave(policy, waves.getLast(), fleet, lint);
        starvation(policy, fleet, lint);
        return lint;
    }

    private static void wave(WavePolicy wave, int hosts, List<Lint> lint) {
        if (hosts == 0) {
            lint.add(Lint.error("wave " + wave.name() + " is empty"));
            return;
        }
        Limit minSettled = wave.budget().minSettled();
        if (minSettled != null && minSettled.of(hosts) > hosts) {
            lint.add(Lint.error(
                    "wave %s needs %s hosts to settle and has %d".formatted(wave.name(), minSettled, hosts)));
        }
    }

    private static void lastWave(Policy policy, PlannedWave last, int fleet, List<Lint> lint) {
        int index = policy.waves().size() - 1;
        if (last.hosts().size() * 2 > fleet && policy.soakOf(index).isZero()) {
            lint.add(Lint.warning("wave %s has over half of the hosts and no soak".formatted(last.name())));
        }
    }

    private static void starvation(Policy policy, int fleet, List<Lint> lint) {
        Limit limit = policy.limits().maxUnavailable();
        if (limit != null && limit.of(fleet) == 0) {
            lint.add(Lint.error(
                    "maxUnavailable %s of %d hosts is none: no host could ever move".formatted(limit, fleet)));
        }
    }
}
