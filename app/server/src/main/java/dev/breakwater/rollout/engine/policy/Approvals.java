package dev.breakwater.rollout.engine.policy;

import static dev.breakwater.rollout.engine.policy.InvalidPolicy.require;

import java.time.Duration;
import java.util.HashSet;
import java.util.List;

/**
 * How many people must approve a wave that asks for it, who may ({@code from} empty: whoever holds the role), and how long a given
 * approval stands.
 */
public record Approvals(int required, List<String> from, Duration validFor) {

    static final int PEOPLE_MAX = 20;
    static final Duration VALID_MAX = Duration.ofDays(30);
    public static final Approvals ONE = new Approvals(1, List.of(), Duration.ofDays(7));

    public Approvals {
        from = List.copyOf(from);
        require(required >= 1, "approvals/required", "must be at least 1");
        require(required <= PEOPLE_MAX, "approvals/required", "must not exceed " + PEOPLE_MAX);
        require(from.size() <= PEOPLE_MAX, "approvals/from", "must not name more than " + PEOPLE_MAX + " people");
        require(new HashSet<>(from).size() == from.size(), "approvals/from", "must not name a person twice");
        require(
                from.isEmpty() || from.size() >= required,
                "approvals/from",
                "must name at least as many people as must approve");
        require(validFor.isPositive(), "approvals/validFor", "must be longer than zero");
        require(validFor.compareTo(VALID_MAX) <= 0, "approvals/validFor", "must not exceed " + VALID_MAX);
    }
}
