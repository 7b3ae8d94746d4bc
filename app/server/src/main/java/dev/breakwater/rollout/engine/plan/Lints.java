package dev.breakwater.rollout.engine.plan;

import java.util.ArrayList;
import java.util.List;

/** What an operator should know of a plan before it runs. Each rule looks at the whole plan and says at most one thing of each wave. */
final class Lints {

    private Lints() {}

    static List<Lint> of(Layout layout) {
        if (layout.fleet() == 0) {
            return List.of(Lint.error("no host can be moved"));
        }
        List<Lint> lint = new ArrayList<>();
        for (int wave = 0; wave < layout.waves().size(); wave++) {
            WaveLints.of(layout, wave, lint);
            SpreadLints.of(layout, wave, lint);
        }
        WaveLints.lastWave(layout, lint);
        WaveLints.canary(layout, lint);
        SpreadLints.unlabelled(layout, lint);
        SpreadLints.misses(layout, lint);
        LimitLints.of(layout, lint);
        return lint;
    }

    static int percent(long part, long whole) {
        return (int) Math.round(100.0 * part / whole);
    }
}
