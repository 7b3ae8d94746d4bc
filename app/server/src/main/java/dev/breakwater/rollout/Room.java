package dev.breakwater.rollout;

import dev.breakwater.rollout.store.RationStore.Ration;
import java.time.Instant;
import java.util.List;
import java.util.Map;
import java.util.function.Function;

/** How much room there is in the scopes one host is in. Read only once a rule asks. */
final class Room {
    private final Map<String, String> labels;
    private final List<Allowance> allowances;
    private final Function<Allowance, Ration> counts;

    private Room(Map<String, String> labels, List<Allowance> allowances, Function<Allowance, Ration> counts) {
        this.labels = Map.copyOf(labels);
        this.allowances = List.copyOf(allowances);
        this.counts = counts;
    }

    /** For a claim. */
    static Room kept(Ledger ledger, Map<String, String> labels, List<Allowance> allowances) {
        return new Room(labels, allowances, ledger::of);
    }

    /** Locks nothing. */
    static Room seen(Rations rations, Map<String, String> labels, List<Allowance> allowances, Instant now) {
        return new Room(labels, allowances, allowance -> rations.look(allowance.scope(), now));
    }

    Map<String, String> labels() {
        return labels;
    }

    List<Allowance> allowances() {
        return allowances;
    }

    Ration of(Allowance allowance) {
        return counts.apply(allowance);
    }
}
