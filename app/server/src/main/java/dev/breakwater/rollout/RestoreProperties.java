package dev.breakwater.rollout;

import java.time.Duration;
import org.springframework.boot.context.properties.ConfigurationProperties;
import org.springframework.boot.context.properties.bind.DefaultValue;

/** After how long without any replica the control plane was away: hosts get their deadlines anew, and epochs skip a stride. */
@ConfigurationProperties("breakwater.restore")
record RestoreProperties(@DefaultValue("PT1M") Duration awayAfter) {
    RestoreProperties {
        if (awayAfter.compareTo(Pulse.OFTEN.multipliedBy(3)) < 0) {
            throw new IllegalArgumentException("breakwater.restore.away-after must be at least 30 seconds");
        }
    }
}
