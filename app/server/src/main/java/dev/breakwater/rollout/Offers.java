package dev.breakwater.rollout;

import dev.breakwater.host.Facts;
import dev.breakwater.host.HostId;
import dev.breakwater.host.HostReport;
import java.time.Instant;
import java.util.Collection;
import java.util.Map;

/** What rollouts want of single hosts, and what they make of their answers: the entrance for the agent API. */
public interface Offers {
    Desired desired(HostId host);

    /** As {@link #desired(HostId)}, for any number of hosts in one statement; hosts that are gone are left out. */
    Map<HostId, Desired> desired(Collection<HostId> hosts);

    /** In a transaction of its own; a claim repeated after a lost answer gets the same answer. */
    ClaimAnswer claim(HostId host, long epoch);

    /** Whether the host acts under an offer that is not proven yet, so that its health says nothing about its last good ref. */
    boolean steers(HostId host);

    /**
     * Before a claim or a report of a host that has acted under this epoch, and in a transaction of its own: one this database has never
     * given shows that it was restored, and the host is left alone until a person decides.
     */
    void heard(HostId host, long epoch);

    /** Weighs a recorded report within the caller's transaction; wakes the host's rollout after the commit. */
    void weigh(HostId host, HostReport report, Facts facts, Instant now);

    /** Grows whenever a directive changed anywhere: the newest epoch, as far as this replica has seen. */
    long directiveChanges();
}
