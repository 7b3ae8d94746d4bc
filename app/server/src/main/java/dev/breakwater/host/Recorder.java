package dev.breakwater.host;

import dev.breakwater.identity.Actor;
import java.time.Instant;
import java.util.Objects;
import org.springframework.context.ApplicationEventPublisher;
import org.springframework.stereotype.Component;

/** Folds what a host says into what is known of it. */
@Component
class Recorder {
    private final HostStore hosts;
    private final StatusStore statuses;
    private final HistoryStore history;
    private final ApplicationEventPublisher events;

    Recorder(HostStore hosts, StatusStore statuses, HistoryStore history, ApplicationEventPublisher events) {
        this.hosts = hosts;
        this.statuses = statuses;
        this.history = history;
        this.events = events;
    }

    Facts record(HostId host, HostReport report, boolean steered, Instant now) {
        var before = statuses.lock(host).orElseThrow(() -> new HostNotFound(host));
        var after = before.after(report, steered, now);
        statuses.save(host, report, after, now);
        remember(host, before, after, now);
        var facts = new Facts(before, after);
        tellHealth(host, report, facts, now);
        events.publishEvent(new HostReported(host, report, facts, steered, now));
        return facts;
    }

    private void remember(HostId host, HostFacts before, HostFacts after, Instant now) {
        if (after.currentRef() != null && !after.currentRef().equals(before.currentRef())) {
            history.appendChange(host, "CURRENT", after.currentRef(), now);
        }
        if (after.bootedRef() != null && !after.bootedRef().equals(before.bootedRef())) {
            history.appendChange(host, "BOOTED", after.bootedRef(), now);
        }
    }

    private void tellHealth(HostId host, HostReport report, Facts facts, Instant now) {
        boolean wasUnhealthy = Objects.equals(facts.before().healthy(), false);
        if (report.healthy() != wasUnhealthy) {
            return;
        }
        var name = hosts.name(host);
        var message =
                wasUnhealthy ? name + " passes every check again" : name + " is unhealthy: " + report.failedChecks();
        var type = wasUnhealthy ? "host.recovered" : "host.unhealthy";
        events.publishEvent(new HostChanged(now, type, host, Actor.ENGINE.name(), null, message, false));
    }
}
