package dev.breakwater.rollout.engine;

import java.util.List;

/** What a rollout depends on and does not bring about: what people have approved, and what other rollouts have come to. */
public record Outside(Consent consent, List<Dependency> dependencies) {

    public static final Outside NONE = new Outside(Consent.NONE, List.of());

    public Outside {
        dependencies = List.copyOf(dependencies);
    }

    Outside agreeing(Consent consent) {
        return new Outside(consent, dependencies);
    }
}
