package dev.breakwater.rollout.engine.plan;

import java.util.Set;
import java.util.UUID;
import org.jspecify.annotations.Nullable;

/**
 * A host the selector matched. {@code from} is what it runs, null if unknown; {@code exclusion} says why it may not take part, null if it
 * may; {@code matching} are the indexes of the waves whose selector it matches.
 */
public record Candidate(
        UUID id,
        String name,
        @Nullable String from,
        String to,
        @Nullable String exclusion,
        Set<Integer> matching) {

    public Candidate {
        matching = Set.copyOf(matching);
    }
}
