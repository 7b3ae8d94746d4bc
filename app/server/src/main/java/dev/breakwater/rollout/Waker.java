package dev.breakwater.rollout;

import java.util.UUID;
import java.util.concurrent.ConcurrentHashMap;
import java.util.concurrent.ExecutorService;
import java.util.concurrent.Executors;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;
import org.springframework.beans.factory.DisposableBean;
import org.springframework.beans.factory.ObjectProvider;
import org.springframework.stereotype.Component;

/**
 * Lets rollouts decide as soon as something could have changed. One decision at a time per rollout in this process; whatever comes
 * meanwhile asks for one more, however much it is. What is lost here, in a crash or an error, the sweep makes up for.
 */
@Component
class Waker implements DisposableBean {
    private static final Logger log = LoggerFactory.getLogger(Waker.class);
    private static final int THREADS = 4;

    private enum Run {
        ONCE,
        AGAIN
    }

    private final ConcurrentHashMap<UUID, Run> runs = new ConcurrentHashMap<>();
    private final ExecutorService deciders = Executors.newFixedThreadPool(
            THREADS, Thread.ofPlatform().name("decider-", 0).daemon().factory());
    private final ObjectProvider<Ticker> ticker;

    Waker(ObjectProvider<Ticker> ticker) {
        this.ticker = ticker;
    }

    void wakeAfterCommit(UUID rollout) {
        AfterCommit.run(() -> wake(rollout));
    }

    void wake(UUID rollout) {
        if (runs.merge(rollout, Run.ONCE, (_, _) -> Run.AGAIN) == Run.ONCE && !deciders.isShutdown()) {
            deciders.execute(() -> run(rollout));
        }
    }

    /** Whether nothing that was woken is still to decide. */
    boolean isIdle() {
        return runs.isEmpty();
    }

    @Override
    public void destroy() {
        deciders.shutdown();
    }

    private void run(UUID rollout) {
        do {
            runs.put(rollout, Run.ONCE);
            decide(rollout);
        } while (!runs.remove(rollout, Run.ONCE));
    }

    private void decide(UUID rollout) {
        try {
            ticker.getObject().tick(rollout);
        } catch (RuntimeException failed) {
            log.warn("Rollout {} could not decide; it will be asked again within seconds", rollout, failed);
        }
    }
}
