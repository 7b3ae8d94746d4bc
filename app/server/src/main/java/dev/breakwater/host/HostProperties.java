package dev.breakwater.host;

import java.time.Duration;
import org.springframework.boot.context.properties.ConfigurationProperties;
import org.springframework.boot.context.properties.bind.DefaultValue;

/** How long a host may be unheard before it counts as offline, and how long its history is kept. */
@ConfigurationProperties("breakwater.host")
public record HostProperties(
        @DefaultValue("PT5M") Duration offlineAfter,
        @DefaultValue("P400D") Duration keepHistory) {
    public HostProperties {
        if (!offlineAfter.isPositive() || !keepHistory.isPositive()) {
            throw new IllegalArgumentException("breakwater.host durations must be positive");
        }
    }
}
