package dev.breakwater.rollout.engine;

import dev.breakwater.rollout.engine.Phase.Scheduled;
import java.time.Instant;
import java.util.Comparator;
import java.util.HashSet;
import java.util.List;
import java.util.Objects;
import java.util.Set;
import java.util.stream.Collectors;
import org.jspecify.annotations.Nullable;

/** The rollouts that a scheduled one waits for, but for those that a person has decided to go on without. */
final class Dependencies {

    private Dependencies() {}

    /** Ended otherwise than completed: only a person can say what that means. */
    static List<Dependency> lost(Outside outside, Scheduled scheduled) {
        return awaited(outside, scheduled).stream().filter(Dependency::lost).toList();
    }

    static boolean met(Outside outside, Scheduled scheduled, Instant now) {
        return awaited(outside, scheduled).stream().allMatch(dependency -> dependency.metBy(now));
    }

    static List<Dependency> unmet(Outside outside, Scheduled scheduled, Instant now) {
        return awaited(outside, scheduled).stream()
                .filter(dependency -> !dependency.metBy(now))
                .toList();
    }

    /** When the last of them will have been completed for long enough; null while one has yet to complete. */
    static @Nullable Instant metAt(Outside outside, Scheduled scheduled) {
        List<Dependency> awaited = awaited(outside, scheduled);
        if (awaited.isEmpty() || awaited.stream().anyMatch(dependency -> dependency.metAt() == null)) {
            return null;
        }
        return awaited.stream()
                .map(Dependency::metAt)
                .filter(Objects::nonNull)
                .max(Comparator.naturalOrder())
                .orElse(null);
    }

    /** What a person decides who resumes a rollout that has lost some. */
    static Scheduled without(Outside outside, Scheduled scheduled) {
        Set<String> left = new HashSet<>(scheduled.without());
        lost(outside, scheduled).forEach(dependency -> left.add(dependency.id()));
        return new Scheduled(scheduled.notBefore(), left);
    }

    static String standing(List<Dependency> dependencies) {
        return dependencies.stream().map(Dependency::standing).collect(Collectors.joining("; "));
    }

    static List<Dependency> awaited(Outside outside, Scheduled scheduled) {
        return outside.dependencies().stream()
                .filter(dependency -> !scheduled.without().contains(dependency.id()))
                .toList();
    }
}
