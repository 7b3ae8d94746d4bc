package dev.breakwater.agent;

import dev.breakwater.agent.HostChanges.Change;
import dev.breakwater.agent.HostChanges.Place;
import dev.breakwater.agent.HostChanges.What;
import dev.breakwater.agent.memory.HostTable;
import dev.breakwater.host.CredentialStore;
import java.util.HashSet;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Set;
import java.util.UUID;
import org.jspecify.annotations.Nullable;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;
import org.springframework.stereotype.Component;

/** Brings the memory up to what the database says: by what changed, or from the start where that cannot be known. One thread calls it. */
@Component
class CatchingUp {
    private static final Logger log = LoggerFactory.getLogger(CatchingUp.class);
    private static final int HOSTS_AT_ONCE = 1_000;

    private final Memory memory;
    private final Loading loading;
    private final CredentialStore credentials;
    private @Nullable Place place;

    CatchingUp(Memory memory, Loading loading, CredentialStore credentials) {
        this.memory = memory;
        this.loading = loading;
        this.credentials = credentials;
    }

    void with(HostChanges changes) {
        while (!caughtUp(changes)) {
            place = null;
        }
    }

    /** False where what changed since cannot be told any more, or is more than a new look at everything. */
    private boolean caughtUp(HostChanges changes) {
        var from = place == null ? loadAll(changes) : place;
        var began = memory.now();
        var delta = changes.since(from);
        if (!from.reaches(delta.place()) || delta.tooMany() || all(delta.changes())) {
            return false;
        }
        apply(delta.changes(), changes);
        place = delta.place();
        memory.compared(began);
        return true;
    }

    private Place loadAll(HostChanges changes) {
        var before = changes.place();
        var table = loading.load();
        memory.replace(table);
        log.info("Knows {} hosts by itself, in {} kB", table.size(), table.bytes() / 1024);
        return before;
    }

    private static boolean all(List<Change> changes) {
        return changes.stream().anyMatch(change -> change.what() == What.ALL);
    }

    /** Orders first: a halt is what cannot wait. */
    private void apply(List<Change> news, HostChanges changes) {
        var table = memory.table();
        news.stream().distinct().forEach(change -> applyOrders(change, table));
        var identities = new HashSet<UUID>();
        Set<UUID> plans = new LinkedHashSet<>();
        for (var change : news) {
            switch (change.what()) {
                case CREDENTIAL -> identities.addAll(change.hosts());
                case HOSTS -> table.forget(change.hosts());
                case REPORTS -> table.saidAnew(change.hosts());
                case PLAN -> plans.add(change.requireRollout());
                case WAVE, ROLLOUT, GENERATIONS, ALL -> {}
            }
        }
        identify(List.copyOf(identities), table);
        plans.forEach(plan -> forgetPlan(plan, table, changes));
    }

    private static void applyOrders(Change change, HostTable table) {
        switch (change.what()) {
            case WAVE -> table.ordersChanged(change.requireRollout(), change.wave());
            case ROLLOUT -> table.ordersChanged(change.requireRollout());
            case GENERATIONS -> table.namesChanged();
            case CREDENTIAL, HOSTS, REPORTS, PLAN, ALL -> {}
        }
    }

    private void identify(List<UUID> changed, HostTable table) {
        for (var from = 0; from < changed.size(); from += HOSTS_AT_ONCE) {
            var hosts = changed.subList(from, Math.min(from + HOSTS_AT_ONCE, changed.size()));
            var gone = new HashSet<>(hosts);
            for (var credential : credentials.of(hosts)) {
                gone.remove(credential.host().value());
                table.put(credential.host().value(), credential.high(), credential.low());
            }
            gone.forEach(table::remove);
        }
    }

    private static void forgetPlan(UUID rollout, HostTable table, HostChanges changes) {
        List<UUID> page = changes.planned(rollout, null);
        while (!page.isEmpty()) {
            table.forget(page);
            page = changes.planned(rollout, page.getLast());
        }
    }
}
