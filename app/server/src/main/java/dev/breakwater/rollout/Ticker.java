package dev.breakwater.rollout;

import dev.breakwater.rollout.engine.Event.Tick;
import java.util.UUID;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;
import org.springframework.dao.TransientDataAccessException;
import org.springframework.stereotype.Component;

/** Tells a rollout that its hosts or the time have moved. */
@Component
class Ticker {
    private static final Logger log = LoggerFactory.getLogger(Ticker.class);

    private final Decider decider;
    private final Looking looking;
    private final Restores restores;
    private final Rations rations;
    private final Pulse pulse;

    Ticker(Decider decider, Looking looking, Restores restores, Rations rations, Pulse pulse) {
        this.decider = decider;
        this.looking = looking;
        this.restores = restores;
        this.rations = rations;
        this.pulse = pulse;
    }

    /** Its hosts have moved. */
    void tick(UUID rollout) {
        pulse.beat();
        restores.pause(rollout);
        looking.news(rollout);
        try {
            decider.decide(rollout, new Tick());
        } catch (TransientDataAccessException clash) {
            log.debug("Rollout {} met another transaction and decides again", rollout, clash);
            decider.decide(rollout, new Tick());
        }
    }

    /** Time has moved: some hosts may be past their deadlines. */
    void sweep(UUID rollout) {
        pulse.beat();
        rations.sweep(rollout);
        looking.sweep(rollout);
        tick(rollout);
    }

    void sweepSafely(UUID rollout) {
        try {
            sweep(rollout);
        } catch (RuntimeException failed) {
            log.warn("Rollout {} could not decide; it will be asked again within seconds", rollout, failed);
        }
    }
}
