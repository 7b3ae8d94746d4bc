package dev.breakwater.rollout.engine.plan;

import java.util.List;

/**
 * The rollout's waves with every host placed, and a hash that two plans share only if they do the same. {@code rounds}: how many times
 * over the hosts of each wave take turns, at least, under the limits.
 */
public record Plan(
        List<PlannedWave> waves,
        String planHash,
        List<Integer> rounds,
        List<Excluded> excluded,
        List<Uncovered> misses,
        List<Lint> lint) {

    public Plan {
        waves = List.copyOf(waves);
        rounds = List.copyOf(rounds);
        excluded = List.copyOf(excluded);
        misses = List.copyOf(misses);
        lint = List.copyOf(lint);
    }

    public boolean runnable() {
        return lint.stream().noneMatch(finding -> finding.level() == Lint.Level.ERROR);
    }
}
