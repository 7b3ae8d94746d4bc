package dev.breakwater.rollout;

import java.util.concurrent.ArrayBlockingQueue;
import java.util.concurrent.ExecutorService;
import java.util.concurrent.ThreadPoolExecutor;
import java.util.concurrent.TimeUnit;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;
import org.springframework.beans.factory.DisposableBean;
import org.springframework.beans.factory.ObjectProvider;
import org.springframework.stereotype.Component;

/**
 * Does what decisions have left to do, batch after batch, in one thread of each replica. What is lost here, in a crash or an error, is
 * taken up within ten seconds by whichever replica looks first.
 */
@Component
class Sweeper implements DisposableBean {
    private static final Logger log = LoggerFactory.getLogger(Sweeper.class);

    private final ObjectProvider<Sweeping> sweeping;
    /** One that runs and one that comes after it see all there is. */
    private final ExecutorService sweeps = new ThreadPoolExecutor(
            1,
            1,
            0,
            TimeUnit.SECONDS,
            new ArrayBlockingQueue<>(1),
            Thread.ofPlatform().name("sweeper").daemon().factory(),
            new ThreadPoolExecutor.DiscardPolicy());

    Sweeper(ObjectProvider<Sweeping> sweeping) {
        this.sweeping = sweeping;
    }

    void wakeAfterCommit() {
        AfterCommit.run(() -> wake());
    }

    void wake() {
        sweeps.execute(this::sweep);
    }

    @Override
    public void destroy() {
        sweeps.shutdown();
    }

    private void sweep() {
        try {
            while (!sweeps.isShutdown() && sweeping.getObject().step()) {
                log.debug("Swept one batch");
            }
        } catch (RuntimeException failed) {
            log.warn("A sweep failed; it will be tried again within seconds", failed);
        }
    }
}
