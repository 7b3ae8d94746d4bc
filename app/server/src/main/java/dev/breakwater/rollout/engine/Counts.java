package dev.breakwater.rollout.engine;

import dev.breakwater.rollout.engine.evidence.Tally;
import java.time.Instant;
import java.util.Collections;
import java.util.EnumMap;
import java.util.Map;
import java.util.stream.Stream;
import org.jspecify.annotations.Nullable;

/**
 * How many hosts of a wave stand where, as derived from the rows under the wave's present directive, and the facts behind
 * them. The engine sees nothing finer.
 */
public record Counts(Map<HostState, Integer> hosts, Facts facts) {

    /**
     * What the rows say beyond their states.
     *
     * @param touched hosts that were granted a claim or were seen running the new generation
     * @param owed hosts still rolling back whose rollback deadline has passed
     * @param rollbackFailed hosts still rolling back that said they could not
     * @param nextDeadline the earliest moment at which a host turns silent or owed
     * @param staleSince since when a settled host of an open wave owes a report; null while all are fresh
     */
    public record Facts(
            int touched,
            int owed,
            int rollbackFailed,
            @Nullable Instant nextDeadline,
            @Nullable Instant staleSince) {

        public static final Facts NONE = new Facts(0, 0, 0, null, null);
    }

    public Counts {
        Map<HostState, Integer> copy = new EnumMap<>(HostState.class);
        hosts.forEach((state, count) -> copy.put(state, requireCount(state, count)));
        hosts = Collections.unmodifiableMap(copy);
    }

    public static Counts pending(int hosts) {
        return new Counts(Map.of(HostState.PENDING, hosts), Facts.NONE);
    }

    public int of(HostState state) {
        return hosts.getOrDefault(state, 0);
    }

    public int total() {
        return hosts.values().stream().mapToInt(Integer::intValue).sum();
    }

    public int settled() {
        return of(HostState.SETTLED);
    }

    /** What the budget pays for. */
    public int lost() {
        return of(HostState.FAILED) + of(HostState.SILENT);
    }

    /** Hosts that may still settle or be lost. */
    public int inFlight() {
        return sum(HostState.PENDING, HostState.OFFERED, HostState.CLAIMED);
    }

    /** Hosts whose outcome says something about the generation: neither deferred, nor held, nor skipped. */
    public int judgeable() {
        return settled() + lost() + inFlight();
    }

    /** Nobody is left to prove anything: not one host is held, or offline, and may still come. */
    public boolean allSkipped() {
        return of(HostState.SKIPPED) == total();
    }

    /** The hosts that say something about the generation already. */
    public Tally tally() {
        return new Tally(settled() + lost(), lost());
    }

    /** Hosts that were touched before their wave opens, by a rollout that this one superseded. */
    public Counts touching(int before) {
        int touched = Math.max(facts.touched(), before);
        Facts more = new Facts(touched, facts.owed(), facts.rollbackFailed(), facts.nextDeadline(), facts.staleSince());
        return before == 0 ? this : new Counts(hosts, more);
    }

    int deferred() {
        return of(HostState.DEFERRED);
    }

    private int sum(HostState... states) {
        return Stream.of(states).mapToInt(this::of).sum();
    }

    private static int requireCount(HostState state, int count) {
        if (count < 0) {
            throw new IllegalArgumentException(count + " hosts " + state);
        }
        return count;
    }
}
