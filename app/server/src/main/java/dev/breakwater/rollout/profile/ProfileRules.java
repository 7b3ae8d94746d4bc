package dev.breakwater.rollout.profile;

import dev.breakwater.rollout.RolloutRequest;

/** What a request has to be; refuses others by the field and the rule. */
@FunctionalInterface
public interface ProfileRules {
    void check(RolloutRequest request);
}
