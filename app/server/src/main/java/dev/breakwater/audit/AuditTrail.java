package dev.breakwater.audit;

import dev.breakwater.identity.DomainEvent;
import dev.breakwater.identity.DomainEventSink;
import java.util.ArrayList;
import java.util.List;
import org.jspecify.annotations.Nullable;
import org.springframework.core.Ordered;
import org.springframework.core.annotation.Order;
import org.springframework.stereotype.Component;

/** Appends the audited events of a transaction to the chain, last of all sinks because others wait for its lock. */
@Component
@Order(Ordered.LOWEST_PRECEDENCE)
class AuditTrail implements DomainEventSink {
    private final AuditStore store;

    AuditTrail(AuditStore store) {
        this.store = store;
    }

    @Override
    public void keep(List<DomainEvent> events) {
        var audited = events.stream().filter(DomainEvent::audited).toList();
        if (audited.isEmpty()) {
            return;
        }
        store.lock();
        store.append(chain(store.last().orElse(null), audited));
    }

    private static List<Link> chain(@Nullable Link last, List<DomainEvent> events) {
        var links = new ArrayList<Link>();
        for (var event : events) {
            last = Link.after(last, entry(last == null ? 1 : last.entry().seq() + 1, event));
            links.add(last);
        }
        return links;
    }

    private static Entry entry(long seq, DomainEvent event) {
        return new Entry(
                seq, event.at(), event.actor(), event.type(), event.subject(), event.reason(), event.message());
    }
}
