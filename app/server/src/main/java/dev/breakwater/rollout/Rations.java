package dev.breakwater.rollout;

import dev.breakwater.host.HostProperties;
import dev.breakwater.rollout.store.RationStore;
import dev.breakwater.rollout.store.RationStore.Limited;
import dev.breakwater.rollout.store.RationStore.Population;
import dev.breakwater.rollout.store.RationStore.Ration;
import dev.breakwater.rollout.store.RationStore.Use;
import java.nio.charset.StandardCharsets;
import java.time.Clock;
import java.time.Duration;
import java.time.Instant;
import java.util.Collection;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.UUID;
import org.springframework.stereotype.Component;

/**
 * Keeps count of the hosts that are away, in every scope that a rollout under way limits. Who moves is exact: every claim locks the rows of
 * the scopes its host is in. Who is down by itself is as fresh as the last count.
 */
@Component
class Rations {
    /** A population up to this is counted in a few milliseconds: often, and by the claims themselves. */
    private static final int SMALL = 2_000;

    private static final Duration SMALL_FRESH_FOR = Duration.ofSeconds(2);
    private static final Duration FRESH_FOR = Duration.ofSeconds(60);
    private static final Duration SWEPT_AFTER = Duration.ofSeconds(8);
    private static final int SWEPT_AT_ONCE = 200;
    private static final Duration RECOUNT_PAUSE = Duration.ofSeconds(1);

    private final RationStore rations;
    private final HostProperties hosts;
    private final Clock clock;

    Rations(RationStore rations, HostProperties hosts, Clock clock) {
        this.rations = rations;
        this.hosts = hosts;
        this.clock = clock;
    }

    /** Counts of the scopes that hosts with these labels are in, and of their {@code own}, for one transaction. */
    Ledger ledger(Collection<Map<String, String>> labels, Collection<Allowance> own, Instant now) {
        return new Ledger(this, labels, own.stream().map(Allowance::scope).toList(), now);
    }

    /** Counts anew who is down, in scopes that the rollout's hosts are in; the claims count the small ones themselves. */
    void sweep(UUID rollout) {
        var now = clock.instant();
        for (var scope : rations.stale(rollout, now.minus(SWEPT_AFTER), SWEPT_AT_ONCE)) {
            rations.counted(scope, population(scope, now), now);
        }
    }

    /** Rollouts under way that limit how many hosts are away. */
    List<Limited> limited() {
        return rations.limited();
    }

    /** Locked in their order, and counted anew where the figures are old. {@code kept}: claims are entered there whoever grants them. */
    Map<String, Ration> lock(Collection<String> all, Set<String> kept, List<Limited> limited, Instant now) {
        if (all.isEmpty()) {
            return Map.of();
        }
        var basis = basis(limited);
        var changed = false;
        var rows = rations.lock(all);
        for (var ration : rows) {
            var complete = kept.contains(ration.scope()) && ration.basis().equals(basis);
            changed |= renew(ration, complete, basis, now);
        }
        return byScope(changed ? rations.find(all) : rows);
    }

    /** As they stand now. */
    Map<String, Ration> find(Collection<String> scopes) {
        return byScope(rations.find(scopes));
    }

    /** {@code complete}: every host that moves is known to be entered. */
    private boolean renew(Ration ration, boolean complete, String basis, Instant now) {
        var scope = ration.scope();
        if (!complete) {
            rations.enterMoving(scope, basis);
            rations.recount(scope, now, unheardSince(now));
        }
        var stale = ration.countedAt().isBefore(now.minus(ration.whole() <= SMALL ? SMALL_FRESH_FOR : FRESH_FOR));
        if (!complete || stale) {
            rations.counted(scope, population(scope, now), now);
        }
        return !complete || stale;
    }

    /** The figures of a scope that seemed full, less the hosts that have arrived meanwhile. */
    Ration recount(Ration full, Instant now) {
        if (full.moving() > SMALL && full.recountedAt().isAfter(now.minus(RECOUNT_PAUSE))) {
            return full;
        }
        rations.recount(full.scope(), now, unheardSince(now));
        return rations.find(List.of(full.scope())).getFirst();
    }

    Ration look(String scope, Instant now) {
        var basis = basis(rations.limited());
        var kept = rations.find(List.of(scope)).stream()
                .filter(ration -> ration.basis().equals(basis))
                .findFirst();
        var population = population(scope, now);
        var moving = kept.isPresent() ? rations.used(scope, now, unheardSince(now)) : rations.moving(scope, now);
        return truly(new Ration(scope, basis, population.whole(), population.down(), moving, now, now));
    }

    /** As last counted; none where no claim has asked for room there yet. */
    Optional<Ration> kept(String scope) {
        return rations.find(List.of(scope)).stream().findFirst().map(this::truly);
    }

    private Ration truly(Ration ration) {
        return ration.fallen(rations.fallen(ration.scope(), unheardSince(clock.instant())));
    }

    void use(List<Use> uses) {
        rations.use(uses);
    }

    private Population population(String scope, Instant now) {
        return rations.population(scope, unheardSince(now));
    }

    private Instant unheardSince(Instant now) {
        return now.minus(hosts.offlineAfter());
    }

    private static String basis(Collection<Limited> limited) {
        var ids = String.join(
                ",", limited.stream().map(each -> each.id().toString()).toList());
        return UUID.nameUUIDFromBytes(ids.getBytes(StandardCharsets.UTF_8)).toString();
    }

    private static Map<String, Ration> byScope(Collection<Ration> rations) {
        var byScope = new HashMap<String, Ration>();
        rations.forEach(ration -> byScope.put(ration.scope(), ration));
        return byScope;
    }
}
