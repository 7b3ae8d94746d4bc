package dev.breakwater.rollout.engine.plan;

import java.util.List;

/** The rollout's waves with every host placed, and a hash that two plans share only if they do the same. */
public record Plan(List<PlannedWave> waves, String planHash, List<Excluded> excluded, List<Lint> lint) {

    public Plan {
        waves = List.copyOf(waves);
        excluded = List.copyOf(excluded);
        lint = List.copyOf(lint);
    }

    public boolean runnable() {
        return lint.stream().noneMatch(finding -> finding.level() == Lint.Level.ERROR);
    }
}
