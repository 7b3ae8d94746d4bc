package dev.breakwater.rollout.engine.plan;

import java.util.List;
import java.util.Set;
import java.util.UUID;
import org.jspecify.annotations.Nullable;

/**
 * A host the selector matched. {@code from} is what it runs, null if unknown; {@code exclusion} says why it may not take part, null if it
 * may; a {@code silent} one has not been heard for a while.
 */
public record Candidate(
        UUID id,
        String name,
        @Nullable String from,
        String to,
        @Nullable String exclusion,
        Traits traits,
        boolean silent) {

    public Candidate(
            UUID id, String name, @Nullable String from, String to, @Nullable String exclusion, Set<Integer> matching) {
        this(id, name, from, to, exclusion, new Traits(List.of(), List.of(), matching), false);
    }

    PlannedHost move() {
        return new PlannedHost(id, name, from, to);
    }
}
