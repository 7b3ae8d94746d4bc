package dev.breakwater.rollout;

import dev.breakwater.host.HostId;
import dev.breakwater.host.HostReport;
import java.time.Instant;
import java.util.Collection;
import java.util.List;
import java.util.Map;

/** What rollouts want of single hosts, and what they make of their answers: the entrance for the agent API. */
public interface Offers {
    Desired desired(HostId host);

    /** As {@link #desired(HostId)}, for any number of hosts in one statement; hosts that are gone are left out. */
    Map<HostId, Desired> desired(Collection<HostId> hosts);

    /**
     * Durable when this returns; a claim repeated after a lost answer gets the same answer. {@code newestEpoch}: the newest one the host has
     * acted under, heard before ({@link #heard(Map)}); 0 for none.
     */
    ClaimAnswer claim(HostId host, long epoch, long newestEpoch);

    /** Of those hosts that a rollout steers, or that are left alone because they have seen more than this database knows. */
    Map<HostId, Steered> steered(Collection<HostId> hosts);

    /** Whether the host acts under an offer that is not proven yet, so that its health says nothing about its last good ref. */
    default boolean steers(HostId host) {
        return steered(List.of(host)).getOrDefault(host, Steered.NOT).yet();
    }

    /**
     * Before a claim or a report of a host that has acted under this epoch, and in a transaction of its own: one this database has never
     * given shows that it was restored, and the host is left alone until a person decides.
     */
    void heard(HostId host, long epoch);

    /** As {@link #heard(HostId, long)}, by host, 0 where none is known; one statement where all epochs are known. */
    void heard(Map<HostId, Long> epochs);

    /** Weighs recorded reports, one of each host, within the caller's transaction; wakes their rollouts after the commit. */
    void weigh(Map<HostId, HostReport> reports, Instant now);

    /** Grows whenever a directive changed anywhere: the newest epoch, as far as this replica has seen. */
    long directiveChanges();

    /** {@code planned}: a rollout steers the host. {@code yet}: it acts under an offer that is not proven yet. */
    record Steered(boolean planned, boolean yet) {
        public static final Steered NOT = new Steered(false, false);
    }
}
