package dev.breakwater.rollout;

import dev.breakwater.host.Facts;
import dev.breakwater.host.HostId;
import dev.breakwater.host.HostReport;
import dev.breakwater.rollout.store.DesiredStore;
import java.time.Clock;
import java.time.Instant;
import java.util.Collection;
import java.util.List;
import java.util.Map;
import java.util.stream.Collectors;
import org.springframework.stereotype.Component;

/** Steers hosts by their waves' directives. */
@Component
class Steering implements Offers {
    private static final Desired NOTHING =
            new Desired(0, Desired.Action.NONE, null, null, null, Desired.Mode.SWITCH, null, false);

    private final DesiredStore desires;
    private final Clock clock;

    Steering(DesiredStore desires, Clock clock) {
        this.desires = desires;
        this.clock = clock;
    }

    @Override
    public Desired desired(HostId host) {
        return desired(List.of(host)).getOrDefault(host, NOTHING);
    }

    @Override
    public Map<HostId, Desired> desired(Collection<HostId> hosts) {
        var ids = hosts.stream().map(HostId::value).toList();
        return desires.desired(ids, clock.instant()).stream()
                .collect(Collectors.toMap(row -> new HostId(row.hostId()), Steering::desired));
    }

    private static Desired desired(DesiredStore.Row row) {
        return new Desired(
                row.epoch(),
                Desired.Action.valueOf(row.action()),
                row.generation(),
                row.ref(),
                row.rollbackRef(),
                row.needsBoot() ? Desired.Mode.BOOT : Desired.Mode.SWITCH,
                row.deadlineSeconds(),
                row.live());
    }

    @Override
    public ClaimAnswer claim(HostId host, long epoch) {
        return new ClaimAnswer.Withdrawn("withdrawn", "No rollout offers this host anything.");
    }

    @Override
    public boolean steers(HostId host) {
        return false;
    }

    @Override
    public void weigh(HostId host, HostReport report, Facts facts, Instant now) {}

    @Override
    public long directiveChanges() {
        return 0;
    }
}
