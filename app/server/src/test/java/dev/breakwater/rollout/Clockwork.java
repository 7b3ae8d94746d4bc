package dev.breakwater.rollout;

import dev.breakwater.rollout.store.RolloutStore;
import java.time.Duration;
import java.util.Map;
import org.awaitility.Awaitility;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;
import org.springframework.dao.DataAccessException;
import org.springframework.stereotype.Component;

/** Turns a server's timers by hand, for a simulation whose time is not the world's. */
@Component
public class Clockwork {
    private static final Logger log = LoggerFactory.getLogger(Clockwork.class);

    private final RolloutStore rollouts;
    private final Ticker ticker;
    private final Waker waker;
    private final Invariants invariants;

    Clockwork(RolloutStore rollouts, Ticker ticker, Waker waker, Invariants invariants) {
        this.rollouts = rollouts;
        this.ticker = ticker;
        this.waker = waker;
        this.invariants = invariants;
    }

    /** What the scheduler does every ten seconds; one that fails is made up for by the next. */
    public void sweep() {
        try {
            rollouts.running().forEach(ticker::sweepSafely);
        } catch (DataAccessException crashed) {
            log.debug("A sweep was lost", crashed);
        }
    }

    /** Until nothing that was woken is still deciding. */
    public void awaitIdle() {
        Awaitility.await()
                .pollDelay(Duration.ZERO)
                .pollInterval(Duration.ofMillis(1))
                .until(waker::isIdle);
    }

    public Map<String, Integer> violations() {
        return invariants.violations();
    }
}
