package dev.breakwater.rollout.engine.plan;

import dev.breakwater.rollout.engine.policy.Policy;
import java.util.List;

/** All a plan depends on. */
public record PlanRequest(Roster roster, Policy policy, long seed) {

    public PlanRequest(List<Candidate> candidates, Policy policy, long seed) {
        this(Roster.of(candidates), policy, seed);
    }
}
