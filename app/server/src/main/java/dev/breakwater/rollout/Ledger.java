package dev.breakwater.rollout;

import static java.util.Objects.requireNonNull;

import dev.breakwater.host.Selector;
import dev.breakwater.rollout.store.RationStore.Allowed;
import dev.breakwater.rollout.store.RationStore.Limited;
import dev.breakwater.rollout.store.RationStore.Ration;
import dev.breakwater.rollout.store.RationStore.Use;
import java.time.Duration;
import java.time.Instant;
import java.util.ArrayList;
import java.util.Collection;
import java.util.HashMap;
import java.util.HashSet;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.TreeSet;
import java.util.UUID;
import org.jspecify.annotations.Nullable;

/**
 * Who is away, as one transaction counts it for the claims it answers. The rows of all their scopes are locked at once, when the first rule
 * asks; what is granted counts from then on and is written together. Never counts too few. For one thread.
 */
final class Ledger {
    private final Rations rations;
    private final Collection<Map<String, String>> labels;
    private final List<String> own;
    private final Instant now;
    private final List<Use> unwritten = new ArrayList<>();
    /** Of scopes that were counted since the last claim was granted there. */
    private final Set<String> exact = new HashSet<>();

    private Runnable grants = () -> {};
    private List<Limit> limits = List.of();
    private @Nullable Map<String, Ration> locked;

    Ledger(Rations rations, Collection<Map<String, String>> labels, Collection<String> own, Instant now) {
        this.rations = rations;
        this.labels = List.copyOf(labels);
        this.own = List.copyOf(own);
        this.now = now;
    }

    private record Limit(Limited by, Selector selector) {}

    Ration of(Allowance allowance) {
        var ration = requireNonNull(locked().get(allowance.scope()));
        if (ration.away() < allowance.allowed(ration.whole()) || !exact.add(allowance.scope())) {
            return ration;
        }
        write();
        var recounted = rations.recount(requireNonNull(locked().get(allowance.scope())), now);
        locked().put(allowance.scope(), recounted);
        return recounted;
    }

    /** The host is on its way from now on, in every scope it is in. {@code again}: it may have been before. */
    void use(UUID host, UUID rollout, Room room, Duration deadline, boolean again) {
        var scopes = scopes(room);
        if (scopes.isEmpty()) {
            return;
        }
        unwritten.add(new Use(host, rollout, allowed(room.allowances(), scopes), now.plus(deadline)));
        scopes.forEach(scope -> locked().computeIfPresent(scope, (_, ration) -> ration.plusOne()));
        exact.removeAll(scopes);
        if (again) {
            write();
            locked().putAll(rations.find(scopes));
        }
    }

    /** Writes the granted claims down: a host counts as long as its row says that it moves. */
    void onWrite(Runnable writesGrants) {
        grants = writesGrants;
    }

    void write() {
        grants.run();
        rations.use(List.copyOf(unwritten));
        unwritten.clear();
    }

    private List<Allowed> allowed(List<Allowance> allowances, Set<String> scopes) {
        var allowed = new HashMap<String, Integer>();
        for (var allowance : allowances) {
            var whole = requireNonNull(locked().get(allowance.scope())).whole();
            allowed.merge(allowance.scope(), allowance.allowed(whole), Math::min);
        }
        return scopes.stream()
                .map(scope -> new Allowed(scope, allowed.get(scope)))
                .toList();
    }

    /** Also those of its own rollout's limits: a straggler of one that is over keeps to them, too. */
    private Set<String> scopes(Room room) {
        locked();
        var scopes = kept(room.labels());
        room.allowances().forEach(allowance -> scopes.add(allowance.scope()));
        return scopes;
    }

    private Map<String, Ration> locked() {
        if (locked == null) {
            var limited = rations.limited();
            limits = limited.stream()
                    .map(each -> new Limit(each, Selector.parse(each.selector())))
                    .toList();
            var kept = new TreeSet<String>();
            labels.forEach(each -> kept.addAll(kept(each)));
            var all = new TreeSet<>(kept);
            all.addAll(own);
            locked = new HashMap<>(rations.lock(all, kept, limited, now));
        }
        return locked;
    }

    private Set<String> kept(Map<String, String> of) {
        var scopes = new TreeSet<String>();
        for (var limit : limits) {
            if (limit.by().overall() && limit.selector().matches(of)) {
                scopes.add(limit.by().selector());
            }
            if (!limit.by().domains().isEmpty()) {
                scopes.add(Allowance.domain(limit.by().domains(), of));
            }
        }
        return scopes;
    }
}
