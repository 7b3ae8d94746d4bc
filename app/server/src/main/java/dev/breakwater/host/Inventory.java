package dev.breakwater.host;

import dev.breakwater.host.HostStore.Known;
import dev.breakwater.identity.Actors;
import dev.breakwater.web.Revisions;
import java.time.Clock;
import java.time.Instant;
import org.jspecify.annotations.Nullable;
import org.springframework.context.ApplicationEventPublisher;
import org.springframework.stereotype.Service;
import org.springframework.transaction.annotation.Transactional;

/** What operators do with hosts: label, hold, release, delete. */
@Service
class Inventory {
    private final HostStore hosts;
    private final HistoryStore history;
    private final ApplicationEventPublisher events;
    private final Clock clock;

    Inventory(HostStore hosts, HistoryStore history, ApplicationEventPublisher events, Clock clock) {
        this.hosts = hosts;
        this.history = history;
        this.events = events;
        this.clock = clock;
    }

    @Transactional
    public void patch(HostId id, HostPatch patch, @Nullable String ifMatch) {
        var now = clock.instant();
        patch.check(now);
        var host = hosts.lock(id).orElseThrow(() -> new HostNotFound(id));
        Revisions.require(ifMatch, host.revision());
        var labels = patch.applyTo(host.labels());
        if (!labels.equals(host.labels())) {
            hosts.label(id, labels);
            tell(host, "host.labelled", null, "%s was labelled %s".formatted(host.name(), labels), now);
        }
        patch.hold().ifPresent(hold -> hold(host, hold, now));
        if (patch.releases() && host.held()) {
            hosts.release(id);
            remember(host, "RELEASED", null, now);
            tell(host, "host.released", null, "%s is no longer held".formatted(host.name()), now);
        }
    }

    private void hold(Known host, HostPatch.NewHold hold, Instant now) {
        hosts.hold(host.id(), hold, Actors.current().name(), now);
        remember(host, "HELD", hold.reason(), now);
        var until = hold.until() == null ? "until released" : "until " + hold.until();
        tell(host, "host.held", hold.reason(), "%s is held %s".formatted(host.name(), until), now);
    }

    @Transactional
    public void delete(HostId id, @Nullable String ifMatch) {
        var now = clock.instant();
        var host = hosts.lock(id).orElseThrow(() -> new HostNotFound(id));
        Revisions.allow(ifMatch, host.revision());
        hosts.delete(id, now);
        remember(host, "DELETED", null, now);
        tell(host, "host.deleted", null, "%s was deleted; its credential is void".formatted(host.name()), now);
    }

    private void remember(Known host, String kind, @Nullable String detail, Instant now) {
        history.append(new HistoryStore.Line(host.id(), now, kind, null, null, detail));
    }

    private void tell(Known host, String type, @Nullable String reason, String message, Instant now) {
        events.publishEvent(
                new HostChanged(now, type, host.id(), Actors.current().name(), reason, message, true));
    }
}
