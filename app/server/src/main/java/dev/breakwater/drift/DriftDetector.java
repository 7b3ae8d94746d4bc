package dev.breakwater.drift;

import dev.breakwater.host.HostChanged;
import dev.breakwater.host.HostReport;
import dev.breakwater.host.HostReported;
import dev.breakwater.host.Hosts;
import dev.breakwater.identity.Actor;
import java.util.List;
import java.util.stream.Collectors;
import org.springframework.context.ApplicationEventPublisher;
import org.springframework.context.event.EventListener;
import org.springframework.stereotype.Component;

/** Compares each report with what the host should run, in the report's own transaction. */
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
    void on(HostReported reported) {
        var found = new DriftStore.Found(
                reported.facts().after().currentRef(),
                reported.report().phase() == HostReport.Phase.REVERTED,
                reported.report().message(),
                reported.report().drift());
        var changes = drift.replace(reported.hostId(), found, reported.at());
        var appeared = changes.stream().filter(DriftStore.Change::appeared).toList();
        if (!appeared.isEmpty()) {
            tell(reported, "host.drifted", "drifted", appeared);
        } else if (!changes.isEmpty() && !drift.stands(reported.hostId())) {
            tell(reported, "host.healed", "is no longer drifted", changes);
        }
    }

    private static String kinds(List<DriftStore.Change> changes) {
        return changes.stream().map(DriftStore.Change::kind).distinct().sorted().collect(Collectors.joining(", "));
    }

    private void tell(HostReported reported, String type, String what, List<DriftStore.Change> changes) {
        var message = "%s %s: %s".formatted(hosts.name(reported.hostId()), what, kinds(changes));
        events.publishEvent(
                new HostChanged(reported.at(), type, reported.hostId(), Actor.ENGINE.name(), null, message, false));
    }
}
