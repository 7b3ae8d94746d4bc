package dev.breakwater.identity;

import java.util.List;

/**
 * Keeps domain events. Called once per transaction, right before it commits and inside it, so an event is kept exactly if
 * what it tells of happened. Sinks run in {@code @Order}.
 */
public interface DomainEventSink {
    void keep(List<DomainEvent> events);
}
