package dev.breakwater.rollout.gate;

import static java.time.temporal.ChronoUnit.MICROS;

import java.time.Clock;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.concurrent.ExecutorService;
import java.util.concurrent.Executors;
import java.util.concurrent.Semaphore;
import java.util.function.Function;
import java.util.stream.Collectors;
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
    private final Map<GateType, Provider> providers;
    private final Semaphore free;
    private final Clock clock;
    private final ExecutorService askers = Executors.newVirtualThreadPerTaskExecutor();

    Asking(LeaseStore leases, Answers answers, List<Provider> providers, GateProperties properties, Clock clock) {
        this.leases = leases;
        this.answers = answers;
        this.providers = providers.stream().collect(Collectors.toMap(Provider::type, Function.identity()));
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
            var finding = ask(lease.question());
            if (!Thread.currentThread().isInterrupted()) {
                answers.keep(lease, finding);
            }
        } catch (RuntimeException failed) {
            log.warn(
                    "What gate {} said is lost; it is asked again",
                    lease.question().gate().name(),
                    failed);
        } finally {
            free.release();
        }
    }

    private Finding ask(Question question) {
        try {
            return Objects.requireNonNull(providers.get(question.gate().type())).ask(question);
        } catch (Unreachable unreachable) {
            return Finding.error(String.valueOf(unreachable.getMessage()));
        } catch (RuntimeException unexpected) {
            log.warn("Gate {} could not be asked", question.gate().name(), unexpected);
            return Finding.error(
                    "it could not be asked: " + unexpected.getClass().getSimpleName());
        }
    }
}
