package dev.breakwater.fleetsim;

import java.time.Duration;
import java.util.List;
import java.util.concurrent.ExecutorService;
import java.util.concurrent.Executors;
import java.util.concurrent.RejectedExecutionException;
import java.util.concurrent.ScheduledExecutorService;
import java.util.concurrent.Semaphore;
import java.util.concurrent.ThreadLocalRandom;
import java.util.concurrent.TimeUnit;
import java.util.concurrent.atomic.LongAdder;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;

/**
 * Simulated hosts taking their turns: one timer thread, one virtual thread per running turn, and no more turns at once than told. A
 * host that gets no answer backs off with jitter; one whose credential is refused leaves the fleet.
 */
final class Fleet implements AutoCloseable {
    private static final Logger log = LoggerFactory.getLogger(Fleet.class);
    private static final Duration FIRST_BACKOFF = Duration.ofSeconds(1);
    private static final Duration LONGEST_BACKOFF = Duration.ofSeconds(30);
    private static final int UNAUTHORIZED = 401;

    private final ScheduledExecutorService timer = Executors.newSingleThreadScheduledExecutor(
            Thread.ofPlatform().daemon().name("fleetsim-timer").factory());
    private final ExecutorService turns = Executors.newThreadPerTaskExecutor(
            Thread.ofVirtual().name("fleetsim-", 0).factory());
    private final List<SimulatedHost> hosts;
    private final Semaphore atOnce;
    private final LongAdder taken = new LongAdder();
    private final LongAdder failures = new LongAdder();

    Fleet(List<SimulatedHost> hosts, int turnsAtOnce) {
        this.hosts = List.copyOf(hosts);
        this.atOnce = new Semaphore(turnsAtOnce);
    }

    /** Spreads the first turns over the given time, so that a fleet does not arrive as one. */
    void start(Duration over) {
        for (var host : hosts) {
            schedule(host, between(Duration.ZERO, over), FIRST_BACKOFF);
        }
    }

    List<Enrolled> members() {
        return hosts.stream().map(SimulatedHost::self).toList();
    }

    long turns() {
        return taken.sum();
    }

    long failures() {
        return failures.sum();
    }

    @Override
    public void close() {
        timer.shutdownNow();
        turns.shutdownNow();
    }

    private void schedule(SimulatedHost host, Duration delay, Duration backoff) {
        try {
            var _ = timer.schedule(
                    () -> turns.execute(() -> turn(host, backoff)), delay.toMillis(), TimeUnit.MILLISECONDS);
        } catch (RejectedExecutionException closed) {
            log.debug("the fleet is closed", closed);
        }
    }

    private void turn(SimulatedHost host, Duration backoff) {
        try {
            atOnce.acquire();
        } catch (InterruptedException closed) {
            Thread.currentThread().interrupt();
            return;
        }
        try {
            taken.increment();
            schedule(host, host.turn(), FIRST_BACKOFF);
        } catch (Refused refused) {
            failures.increment();
            afterRefusal(host, refused, backoff);
        } catch (RuntimeException failed) {
            failures.increment();
            retry(host, failed, backoff);
        } finally {
            atOnce.release();
        }
    }

    private void afterRefusal(SimulatedHost host, Refused refused, Duration backoff) {
        if (refused.status() == UNAUTHORIZED) {
            log.warn("{} leaves the fleet: {}", host.self(), refused.getMessage());
            return;
        }
        retry(host, refused, backoff);
    }

    private void retry(SimulatedHost host, RuntimeException failed, Duration backoff) {
        if (timer.isShutdown()) {
            return;
        }
        log.debug("{} tries again later", host.self(), failed);
        var doubled = backoff.multipliedBy(2);
        var next = doubled.compareTo(LONGEST_BACKOFF) < 0 ? doubled : LONGEST_BACKOFF;
        schedule(host, between(backoff.dividedBy(2), backoff), next);
    }

    private static Duration between(Duration least, Duration most) {
        var spread = most.minus(least).toMillis();
        return least.plusMillis(spread <= 0 ? 0 : ThreadLocalRandom.current().nextLong(spread));
    }
}
