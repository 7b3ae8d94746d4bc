package dev.breakwater.agent;

import java.time.Duration;
import org.springframework.boot.context.properties.ConfigurationProperties;
import org.springframework.boot.context.properties.bind.DefaultValue;

/** How many reports may wait, go together, in how many transactions at once, and how long one may wait before its host is asked to come back. */
@ConfigurationProperties("breakwater.reports")
record ReportProperties(
        @DefaultValue("20000") int waiting,
        @DefaultValue("500") int together,
        @DefaultValue("2") int lanes,
        @DefaultValue("PT10S") Duration longestWait) {
    ReportProperties {
        if (waiting < 1 || together < 1 || lanes < 1 || !longestWait.isPositive()) {
            throw new IllegalArgumentException("breakwater.reports limits must be positive");
        }
    }
}
