package dev.breakwater.rollout.engine.plan;

import org.jspecify.annotations.Nullable;

/** A label's value that no canary stands for, and why; {@code value} is null for hosts that have not got the label. */
public record Miss(String label, @Nullable String value, String why) {

    static Miss of(String trait, String why) {
        if (trait.startsWith("!")) {
            return new Miss(trait.substring(1), null, why);
        }
        int equals = trait.indexOf('=');
        return new Miss(trait.substring(0, equals), trait.substring(equals + 1), why);
    }
}
