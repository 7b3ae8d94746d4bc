package dev.breakwater.rollout;

import dev.breakwater.generation.Resolution;
import dev.breakwater.rollout.store.CandidateStore.CandidateRow;
import java.util.ArrayList;
import java.util.List;

/** Hosts for which the generation has not exactly one artifact. The first of them are named. */
final class Shortfall {
    private static final int NAMED = 1_000;

    private int hosts;
    private final List<String> rules = new ArrayList<>();

    String of(CandidateRow row, Resolution resolution) {
        var why = resolution instanceof Resolution.Several(var refs)
                ? "%d artifacts of the generation match it".formatted(refs.size())
                : "the generation has no artifact for it";
        hosts++;
        if (rules.size() < NAMED) {
            rules.add(row.name() + ": " + why);
        }
        return why;
    }

    void refuse() {
        if (hosts > 0) {
            throw new ArtifactsMissing(hosts, rules.stream().sorted().toList());
        }
    }
}
