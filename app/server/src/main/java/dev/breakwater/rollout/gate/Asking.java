package dev.breakwater.rollout.gate;

import static java.time.temporal.ChronoUnit.MICROS;

import dev.breakwater.rollout.gate.Reply.Later;
import java.time.Clock;
import java.util.List;
import java.util.concurrent.ExecutorService;
import java.util.concurrent.Executors;
import java.util.concurrent.Semaphore;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;
import org.springframework.beans.factory.DisposableBean;
import org.springframework.dao.DataAccessException;
import org.springframework.scheduling.annotation.Scheduled;
import org.springframework.stereotype.Component;

/**
 * Asks gates that are due, outside of any transaction and in threads of its own: whoever hangs holds up one of a bounded number of
 * questions for as long as its timeout, and no decision at all.
 */
@Component
class Asking implements DisposableBean {
    private static final Logger log = LoggerFactory.getLogger(Asking.class);

    private final LeaseStore leases;
    private final Answers answers;
    private final Providers providers;
    private final Callbacks callbacks;
    private final Semaphore free;
    private final Clock clock;
    private final ExecutorService askers = Executors.newVirtualThreadPerTaskExecutor();

    Asking(
            LeaseStore leases,
            Answers answers,
            Providers providers,
            Callbacks callbacks,
            GateProperties properties,
            Clock clock) {
        this.leases = leases;
        this.answers = answers;
        this.providers = providers;
        this.callbacks = callbacks;
        this.free = new Semaphore(properties.askedAtOnce());
        this.clock = clock;
    }

    @Scheduled(initialDelayString = "PT1S", fixedDelayString = "PT1S")
    void look() {
        var permits = free.drainPermits();
        var taken = 0;
        try {
            var due = permits == 0
                    ? List.<Lease>of()
                    : leases.take(permits, clock.instant().truncatedTo(MICROS));
            taken = due.size();
            due.forEach(lease -> askers.execute(() -> askAndRelease(lease)));
        } catch (DataAccessException unreachable) {
            log.debug("Gates cannot be looked for now", unreachable);
        } finally {
            free.release(permits - taken);
        }
    }

    @Override
    public void destroy() {
        askers.shutdownNow();
    }

    /** A server that stops says nothing of the gate: another replica takes the question over when the lease is out. */
    private void askAndRelease(Lease lease) {
        try {
            ask(lease);
        } catch (RuntimeException failed) {
            log.warn(
                    "What gate {} said is lost; it is asked again",
                    lease.question().gate().name(),
                    failed);
        } finally {
            free.release();
        }
    }

    private void ask(Lease lease) {
        if (lease.accepted()) {
            answers.keep(lease, callbacks.overdue(lease.question()));
            return;
        }
        var question = callbacks.offer(lease.question());
        var reply = providers.ask(question);
        if (Thread.currentThread().isInterrupted()) {
            return;
        }
        switch (reply) {
            case Finding finding -> answers.keep(lease, finding);
            case Later _ when question.callback() == null -> answers.keep(lease, Callbacks.NO_ADDRESS);
            case Later _ -> callbacks.await(question);
        }
    }
}
