package dev.breakwater.rollout;

import dev.breakwater.rollout.RolloutRequest.Dependency;
import dev.breakwater.rollout.store.DependencyStore;
import dev.breakwater.rollout.store.DependencyStore.Fate;
import dev.breakwater.web.InvalidField;
import java.time.Duration;
import java.util.HashSet;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.Set;
import java.util.UUID;
import java.util.function.Function;
import java.util.stream.Collectors;
import org.jspecify.annotations.Nullable;
import org.springframework.stereotype.Component;

/**
 * What a rollout may depend on: rollouts that exist and may yet complete. A request never changes, and names only what was there
 * before it, so that no circle can be drawn.
 */
@Component
class Dependables {
    static final int MOST = 20;
    private static final Duration LONGEST_SOAK = Duration.ofDays(30);

    private final DependencyStore dependencies;

    Dependables(DependencyStore dependencies) {
        this.dependencies = dependencies;
    }

    void require(RolloutRequest request) {
        var asked = Objects.requireNonNullElse(request.dependsOn(), List.<@Nullable Dependency>of());
        if (asked.size() > MOST) {
            throw new InvalidField("/dependsOn", "must not name more than %d rollouts".formatted(MOST));
        }
        var ids = asked.stream()
                .filter(Objects::nonNull)
                .map(Dependency::rolloutId)
                .filter(Objects::nonNull)
                .toList();
        var fates = dependencies.fates(ids).stream().collect(Collectors.toMap(Fate::id, Function.identity()));
        var seen = new HashSet<UUID>();
        for (var i = 0; i < asked.size(); i++) {
            require("/dependsOn/" + i, asked.get(i), fates, seen);
        }
    }

    private static void require(String pointer, @Nullable Dependency asked, Map<UUID, Fate> fates, Set<UUID> seen) {
        var dependency = RequestReader.required(pointer, asked);
        var id = RequestReader.required(pointer + "/rolloutId", dependency.rolloutId());
        var fate = fates.get(id);
        if (fate == null) {
            throw new InvalidField(pointer + "/rolloutId", "no rollout has this id");
        }
        if (fate.finishedAt() != null && !fate.completed()) {
            throw new InvalidField(
                    pointer + "/rolloutId",
                    "%s is %s and will never be completed".formatted(fate.name(), fate.phase()));
        }
        if (!seen.add(id)) {
            throw new InvalidField(pointer + "/rolloutId", "is named twice");
        }
        var soak = Objects.requireNonNullElse(dependency.soak(), Duration.ZERO);
        if (soak.isNegative() || soak.compareTo(LONGEST_SOAK) > 0) {
            throw new InvalidField(pointer + "/soak", "must be between zero and " + LONGEST_SOAK);
        }
    }
}
