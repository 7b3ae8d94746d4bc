package dev.breakwater.rollout;

import dev.breakwater.rollout.store.RolloutStore;
import org.springframework.boot.context.event.ApplicationReadyEvent;
import org.springframework.context.event.EventListener;
import org.springframework.stereotype.Component;

/** Takes every running rollout up where its rows say it is, as soon as the server is there again. */
@Component
class Resumption {
    private final RolloutStore rollouts;
    private final Ticker ticker;

    Resumption(RolloutStore rollouts, Ticker ticker) {
        this.rollouts = rollouts;
        this.ticker = ticker;
    }

    @EventListener(ApplicationReadyEvent.class)
    void resume() {
        Thread.ofVirtual().name("resumption").start(() -> rollouts.running().forEach(ticker::sweepSafely));
    }
}
