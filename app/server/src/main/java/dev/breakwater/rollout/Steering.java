package dev.breakwater.rollout;

import dev.breakwater.host.HostId;
import dev.breakwater.host.HostReport;
import dev.breakwater.rollout.Desired.Action;
import dev.breakwater.rollout.Desired.Basis;
import dev.breakwater.rollout.Desired.Mode;
import dev.breakwater.rollout.store.DesiredStore;
import dev.breakwater.rollout.store.DesiredStore.DesiredRow;
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
            new Desired(0, Action.NONE, null, null, null, Mode.SWITCH, null, false, Basis.NOBODY);

    private final DesiredStore desired;
    private final Claims claims;
    private final Weighing weighing;
    private final Conflicts conflicts;
    private final ChangeFeed changes;
    private final Clock clock;

    Steering(
            DesiredStore desired,
            Claims claims,
            Weighing weighing,
            Conflicts conflicts,
            ChangeFeed changes,
            Clock clock) {
        this.desired = desired;
        this.claims = claims;
        this.weighing = weighing;
        this.conflicts = conflicts;
        this.changes = changes;
        this.clock = clock;
    }

    @Override
    public Desired desired(HostId host) {
        return desired(List.of(host)).getOrDefault(host, NOTHING);
    }

    @Override
    public Map<HostId, Desired> desired(Collection<HostId> hosts) {
        var ids = hosts.stream().map(HostId::value).toList();
        return desired.of(ids, clock.instant()).stream()
                .collect(Collectors.toMap(row -> new HostId(row.hostId()), Steering::desired));
    }

    @Override
    public ClaimAnswer claim(HostId host, long epoch, long newestEpoch) {
        return claims.claim(new Claims.Asked(host, epoch, newestEpoch));
    }

    @Override
    public Map<HostId, Steered> steered(Collection<HostId> hosts) {
        return desired.standings(hosts.stream().map(HostId::value).toList()).stream()
                .collect(Collectors.toMap(
                        row -> new HostId(row.hostId()), row -> new Steered(row.planned(), row.steered())));
    }

    @Override
    public void heard(HostId host, long epoch) {
        conflicts.heard(host, epoch);
    }

    @Override
    public void heard(Map<HostId, Long> epochs) {
        conflicts.heard(epochs);
    }

    @Override
    public void weigh(Map<HostId, HostReport> reports, Instant now) {
        weighing.weigh(reports, now);
    }

    @Override
    public long directiveChanges() {
        return changes.newest();
    }

    private static Desired desired(DesiredRow row) {
        return new Desired(
                row.epoch(),
                Action.valueOf(row.action()),
                row.generation(),
                row.ref(),
                row.rollbackRef(),
                row.needsBoot() ? Mode.BOOT : Mode.SWITCH,
                row.deadlineSeconds(),
                row.live(),
                new Basis(row.plan(), row.wave(), row.action().equals("ROLLBACK"), row.heldUntil()));
    }
}
