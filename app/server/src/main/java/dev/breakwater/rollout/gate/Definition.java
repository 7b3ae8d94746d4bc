package dev.breakwater.rollout.gate;

import java.time.Duration;
import org.jspecify.annotations.Nullable;

/** A gate as a rollout keeps it. {@code secret} is sealed. */
record Definition(
        String name,
        GateType type,
        GateConfig config,
        @Nullable String secret,
        boolean dryRun,
        Patience patience) {

    Definition with(Patience other) {
        return new Definition(name, type, config, secret, dryRun, other);
    }

    /** How often it is asked, for how long it may think, and when its lack of an answer is one. */
    record Patience(NoDataPolicy onNoData, Duration interval, Duration timeout, int consecutiveErrors) {}
}
