package dev.breakwater.rollout.engine;

import java.util.List;
import org.jspecify.annotations.Nullable;

/**
 * What a rollout depends on and does not bring about: what people have approved, what other rollouts have come to, and the quarantine that
 * keeps what it offers from hosts of its plan, as a sentence.
 */
public record Outside(
        Consent consent,
        List<Dependency> dependencies,
        @Nullable String quarantine) {

    public static final Outside NONE = new Outside(Consent.NONE, List.of());

    public Outside {
        dependencies = List.copyOf(dependencies);
    }

    /** Nothing it offers is quarantined. */
    public Outside(Consent consent, List<Dependency> dependencies) {
        this(consent, dependencies, null);
    }

    Outside agreeing(Consent consent) {
        return new Outside(consent, dependencies, quarantine);
    }
}
