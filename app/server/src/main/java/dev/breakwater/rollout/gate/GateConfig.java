package dev.breakwater.rollout.gate;

import java.time.Duration;
import java.util.List;
import org.jspecify.annotations.Nullable;

/**
 * What a gate asks, and how it reads the answer. Each type has its own fields: HEALTH {@code maxUnhealthy}; PROMETHEUS {@code url, query,
 * success, failure, reduce, minSamples, samplesQuery}; WEBHOOK {@code url, callbackTimeout}; ALERTMANAGER {@code url, filters, onFiring}.
 *
 * @param success condition on the value, such as {@code < 0.01}
 * @param failure condition on the value; where both are given and neither holds, the gate cannot tell
 * @param minSamples the least value of {@code samplesQuery} under which there is no data
 * @param callbackTimeout how long a webhook that answered 202 may take to call back; 15 minutes where nothing is said
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
        @Nullable String maxUnhealthy,
        @Nullable Duration callbackTimeout) {

    static final GateConfig NONE = new GateConfig(null, null, null, null, null, null, null, null, null, null, null);
}
