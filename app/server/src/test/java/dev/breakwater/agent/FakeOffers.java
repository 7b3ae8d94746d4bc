package dev.breakwater.agent;

import dev.breakwater.host.HostId;
import dev.breakwater.host.HostReport;
import dev.breakwater.rollout.ClaimAnswer;
import dev.breakwater.rollout.Desired;
import dev.breakwater.rollout.Offers;
import java.time.Instant;
import java.util.Collection;
import java.util.Map;
import java.util.concurrent.ConcurrentHashMap;
import java.util.stream.Collectors;

/** Rollouts that want what the test wants. */
final class FakeOffers implements Offers {
    static final Desired NOTHING = desire(0);

    final Map<HostId, Desired> wanted = new ConcurrentHashMap<>();
    volatile boolean broken;

    static Desired desire(long epoch) {
        return new Desired(
                epoch, Desired.Action.NONE, null, null, null, Desired.Mode.SWITCH, null, false, Desired.Basis.NOBODY);
    }

    @Override
    public Desired desired(HostId host) {
        return wanted.getOrDefault(host, NOTHING);
    }

    @Override
    public Map<HostId, Desired> desired(Collection<HostId> hosts) {
        if (broken) {
            throw new IllegalStateException("no database");
        }
        return hosts.stream().collect(Collectors.toMap(host -> host, this::desired));
    }

    @Override
    public ClaimAnswer claim(HostId host, long epoch, long newestEpoch) {
        return new ClaimAnswer.Granted();
    }

    @Override
    public void heard(HostId host, long epoch) {}

    @Override
    public void heard(Map<HostId, Long> epochs) {}

    @Override
    public Map<HostId, Steered> steered(Collection<HostId> hosts) {
        return Map.of();
    }

    @Override
    public void weigh(Map<HostId, HostReport> reports, Instant now) {}

    @Override
    public long directiveChanges() {
        return 0;
    }
}
