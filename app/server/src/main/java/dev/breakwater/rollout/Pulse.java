package dev.breakwater.rollout;

import dev.breakwater.rollout.store.PulseStore;
import jakarta.annotation.PostConstruct;
import java.time.Clock;
import java.time.Duration;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;
import org.springframework.stereotype.Component;

/**
 * Notes that somebody listens to hosts, before anything is decided from their silence. After a break nobody is silent until a whole
 * deadline has passed anew, and no epoch is given that was perhaps given in a state of the database that was lost meanwhile.
 */
@Component
class Pulse {
    static final Duration OFTEN = Duration.ofSeconds(10);
    private static final Logger log = LoggerFactory.getLogger(Pulse.class);

    private final PulseStore pulse;
    private final RestoreProperties properties;
    private final Clock clock;

    Pulse(PulseStore pulse, RestoreProperties properties, Clock clock) {
        this.pulse = pulse;
        this.properties = properties;
        this.clock = clock;
    }

    @PostConstruct
    void beat() {
        if (!pulse.isDue(OFTEN)) {
            return;
        }
        if (pulse.beat(properties.awayAfter(), Conflicts.STRIDE, clock.instant())) {
            log.info(
                    "No server has listened to hosts for {} or more: their deadlines begin anew",
                    properties.awayAfter());
        }
    }
}
