package dev.breakwater.rollout.engine.plan;

import org.jspecify.annotations.Nullable;

/** A label's value that no canary stands for, and why; {@code value} is null for hosts that have not got the label. */
public record Uncovered(String label, @Nullable String value, String why) {

    static Uncovered of(String trait, String why) {
        if (trait.startsWith("!")) {
            return new Uncovered(trait.substring(1), null, why);
        }
        int equals = trait.indexOf('=');
        return new Uncovered(trait.substring(0, equals), trait.substring(equals + 1), why);
    }
}
