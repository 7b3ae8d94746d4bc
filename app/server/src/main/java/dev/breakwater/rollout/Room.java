package dev.breakwater.rollout;

import static java.util.Objects.requireNonNull;

import dev.breakwater.rollout.store.RationStore.Allowed;
import dev.breakwater.rollout.store.RationStore.Ration;
import dev.breakwater.rollout.store.RationStore.Use;
import java.time.Duration;
import java.time.Instant;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.UUID;
import java.util.stream.Collectors;
import org.jspecify.annotations.Nullable;

/** How much room there is in the scopes one host is in. Read, and for a claim locked, only once a rule asks. For one thread. */
final class Room {
    private final Rations rations;
    private final Map<String, String> labels;
    private final List<Allowance> allowances;
    private final Instant now;
    private final boolean locks;
    private @Nullable Map<String, Ration> locked;

    Room(Rations rations, Map<String, String> labels, List<Allowance> allowances, Instant now, boolean locks) {
        this.rations = rations;
        this.labels = Map.copyOf(labels);
        this.allowances = List.copyOf(allowances);
        this.now = now;
        this.locks = locks;
    }

    List<Allowance> allowances() {
        return allowances;
    }

    Ration of(Allowance allowance) {
        var scope = allowance.scope();
        if (!locks) {
            return rations.look(scope, now);
        }
        var ration = requireNonNull(locked().get(scope));
        if (ration.away() < allowance.allowed(ration.whole())) {
            return ration;
        }
        var recounted = rations.recount(ration, now);
        locked().put(scope, recounted);
        return recounted;
    }

    /** Enters the host in every scope it is in. */
    void use(UUID host, UUID rollout, Duration deadline) {
        if (locked().isEmpty()) {
            return;
        }
        var allowed = new HashMap<String, Integer>();
        for (var allowance : allowances) {
            var whole = requireNonNull(locked().get(allowance.scope())).whole();
            allowed.merge(allowance.scope(), allowance.allowed(whole), Math::min);
        }
        var scopes = locked().keySet().stream()
                .map(scope -> new Allowed(scope, allowed.get(scope)))
                .toList();
        rations.use(new Use(host, rollout, scopes, now.plus(deadline)));
    }

    private Map<String, Ration> locked() {
        if (locked == null) {
            var own = allowances.stream().map(Allowance::scope).collect(Collectors.toSet());
            locked = new HashMap<>(rations.lock(labels, own, now));
        }
        return locked;
    }
}
