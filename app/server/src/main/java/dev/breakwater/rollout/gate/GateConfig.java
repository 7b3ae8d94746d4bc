package dev.breakwater.rollout.gate;

import java.util.List;
import org.jspecify.annotations.Nullable;

/**
 * What a gate asks, and how it reads the answer. Each type has its own fields: HEALTH {@code maxUnhealthy}; PROMETHEUS {@code url, query,
 * success, failure, reduce, minSamples, samplesQuery}; WEBHOOK {@code url}; ALERTMANAGER {@code url, filters, onFiring}.
 *
 * @param success condition on the value, such as {@code < 0.01}
 * @param failure condition on the value; where both are given and neither holds, the gate cannot tell
 * @param minSamples the least value of {@code samplesQuery} under which there is no data
 * @param filters Alertmanager matchers, such as {@code severity="critical"}; an alert must match all
 */
public record GateConfig(
        @Nullable String url,
        @Nullable String query,
        @Nullable String success,
        @Nullable String failure,
        @Nullable Reduce reduce,
        @Nullable Double minSamples,
        @Nullable String samplesQuery,
        @Nullable List<String> filters,
        @Nullable OnFiring onFiring,
        @Nullable String maxUnhealthy) {

    static final GateConfig NONE = new GateConfig(null, null, null, null, null, null, null, null, null, null);
}
