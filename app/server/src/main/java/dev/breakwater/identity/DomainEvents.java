package dev.breakwater.identity;

import java.util.ArrayList;
import java.util.List;
import org.springframework.context.event.EventListener;
import org.springframework.core.Ordered;
import org.springframework.stereotype.Component;
import org.springframework.transaction.support.TransactionSynchronization;
import org.springframework.transaction.support.TransactionSynchronizationManager;

/** Gathers the events of a transaction and gives them to the sinks as late as possible, because one of them takes a lock. */
@Component
class DomainEvents {
    private final List<DomainEventSink> sinks;

    DomainEvents(List<DomainEventSink> sinks) {
        this.sinks = List.copyOf(sinks);
    }

    @EventListener
    void gather(DomainEvent event) {
        if (!TransactionSynchronizationManager.isActualTransactionActive()) {
            throw new IllegalStateException(event.type() + " was published outside the transaction it belongs to");
        }
        gathered().events.add(event);
    }

    private Gathered gathered() {
        for (var synchronization : TransactionSynchronizationManager.getSynchronizations()) {
            if (synchronization instanceof Gathered gathered) {
                return gathered;
            }
        }
        var gathered = new Gathered();
        TransactionSynchronizationManager.registerSynchronization(gathered);
        return gathered;
    }

    private final class Gathered implements TransactionSynchronization {
        private final List<DomainEvent> events = new ArrayList<>();

        @Override
        public int getOrder() {
            return Ordered.LOWEST_PRECEDENCE;
        }

        @Override
        public void beforeCommit(boolean readOnly) {
            sinks.forEach(sink -> sink.keep(List.copyOf(events)));
        }
    }
}
