package dev.breakwater.audit;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import dev.breakwater.BreakwaterIT;
import dev.breakwater.identity.DomainEvent;
import java.time.Clock;
import java.time.Instant;
import java.util.concurrent.Executors;
import java.util.stream.IntStream;
import org.junit.jupiter.api.Test;
import org.springframework.beans.factory.annotation.Autowired;
import org.springframework.context.ApplicationEventPublisher;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.transaction.support.TransactionOperations;

@BreakwaterIT
class AuditOrderIT {
    @Autowired
    private JdbcClient jdbc;

    @Autowired
    private Verifier verifier;

    @Autowired
    private ApplicationEventPublisher events;

    @Autowired
    private TransactionOperations transactions;

    @Autowired
    private Clock clock;

    private record Deed(Instant at, String subject, boolean audited) implements DomainEvent {
        @Override
        public String type() {
            return "deed.done";
        }

        @Override
        public String actor() {
            return "somebody";
        }

        @Override
        public String message() {
            return "did it";
        }
    }

    @Test
    void concurrent_transactions_form_one_chain() {
        try (var threads = Executors.newFixedThreadPool(8)) {
            IntStream.range(0, 200).forEach(i -> threads.execute(() -> publish("deeds/concurrent", true)));
        }
        assertThat(kept("deeds/concurrent")).isEqualTo(200);
        assertThat(verifier.verify().valid()).isTrue();
    }

    @Test
    void an_event_of_a_rolled_back_transaction_is_kept_nowhere() {
        transactions.executeWithoutResult(transaction -> {
            events.publishEvent(new Deed(clock.instant(), "deeds/undone", true));
            transaction.setRollbackOnly();
        });
        assertThat(kept("deeds/undone")).isZero();
        assertThat(told("deeds/undone")).isZero();
    }

    @Test
    void an_event_that_is_not_audited_is_still_told() {
        publish("deeds/small", false);
        assertThat(kept("deeds/small")).isZero();
        assertThat(told("deeds/small")).isEqualTo(1);
    }

    @Test
    void an_event_outside_a_transaction_is_a_fault() {
        assertThatThrownBy(() -> events.publishEvent(new Deed(clock.instant(), "deeds/loose", true)))
                .hasMessageContaining("outside the transaction");
    }

    private void publish(String subject, boolean audited) {
        transactions.executeWithoutResult(_ -> events.publishEvent(new Deed(clock.instant(), subject, audited)));
    }

    private long kept(String subject) {
        return jdbc.sql("select count(*) from audit where subject = ?")
                .param(subject)
                .query(Long.class)
                .single();
    }

    private long told(String subject) {
        return jdbc.sql("select count(*) from outbox where subject = ?")
                .param(subject)
                .query(Long.class)
                .single();
    }
}
