package dev.breakwater.drift;

import static java.util.Objects.requireNonNull;

import dev.breakwater.drift.DriftStore.Change;
import dev.breakwater.host.HostChanged;
import dev.breakwater.host.HostId;
import dev.breakwater.host.HostReport;
import dev.breakwater.host.HostReported;
import dev.breakwater.host.Hosts;
import dev.breakwater.host.HostsReported;
import dev.breakwater.identity.Actor;
import java.util.List;
import java.util.Set;
import java.util.UUID;
import java.util.stream.Collectors;
import org.springframework.context.ApplicationEventPublisher;
import org.springframework.context.event.EventListener;
import org.springframework.stereotype.Component;

/** Compares reports with what their hosts should run, in the reports' own transaction. */
@Component
class DriftDetector {
    private final Hosts hosts;
    private final DriftStore drift;
    private final ApplicationEventPublisher events;

    DriftDetector(Hosts hosts, DriftStore drift, ApplicationEventPublisher events) {
        this.hosts = hosts;
        this.drift = drift;
        this.events = events;
    }

    @EventListener
    void on(HostsReported reported) {
        var before = drift.standing(
                reported.reports().stream().map(HostReported::hostId).toList());
        var doubtful = reported.reports().stream()
                .filter(each -> before.contains(each.hostId()) || mayDrift(each))
                .toList();
        if (doubtful.isEmpty()) {
            return;
        }
        var now = doubtful.getFirst().at();
        var found = doubtful.stream().map(DriftDetector::found).toList();
        var changes = drift.replace(found, now).stream().collect(Collectors.groupingBy(Change::hostId));
        var drifted = changes.isEmpty() ? Set.<HostId>of() : drift.standing(ids(changes.keySet()));
        doubtful.stream()
                .filter(each -> changes.containsKey(each.hostId().value()))
                .forEach(each ->
                        tell(each, requireNonNull(changes.get(each.hostId().value())), drifted));
    }

    /** Without a row so far, a host that says nothing of drift and runs what it should, outside rollouts, gets none. */
    private static boolean mayDrift(HostReported each) {
        var said = each.report().drift();
        return each.word().planned()
                || (said != null && !said.isEmpty())
                || (each.desiredRef() != null
                        && !each.desiredRef().equals(each.facts().after().currentRef()));
    }

    private static DriftStore.Found found(HostReported each) {
        return new DriftStore.Found(
                each.hostId(),
                each.facts().after().currentRef(),
                each.report().phase() == HostReport.Phase.REVERTED,
                each.report().message(),
                each.report().drift());
    }

    private void tell(HostReported each, List<Change> changes, Set<HostId> drifted) {
        var appeared = changes.stream().filter(Change::appeared).toList();
        if (!appeared.isEmpty()) {
            tell(each, "host.drifted", "drifted", appeared);
        } else if (!drifted.contains(each.hostId())) {
            tell(each, "host.healed", "is no longer drifted", changes);
        }
    }

    private void tell(HostReported each, String type, String what, List<Change> changes) {
        var message = "%s %s: %s".formatted(hosts.name(each.hostId()), what, kinds(changes));
        events.publishEvent(new HostChanged(each.at(), type, each.hostId(), Actor.ENGINE.name(), null, message, false));
    }

    private static String kinds(List<Change> changes) {
        return changes.stream().map(Change::kind).distinct().sorted().collect(Collectors.joining(", "));
    }

    private static List<HostId> ids(Set<UUID> hosts) {
        return hosts.stream().map(HostId::new).toList();
    }
}
