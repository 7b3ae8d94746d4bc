package dev.breakwater.rollout.gate;

import java.util.List;

/** How several series become one value. */
public enum Reduce {
    MAX,
    MIN,
    AVG;

    double of(List<Double> values) {
        var series = values.stream().mapToDouble(it -> it);
        return switch (this) {
            case MAX -> series.max().orElseThrow();
            case MIN -> series.min().orElseThrow();
            case AVG -> series.average().orElseThrow();
        };
    }
}
