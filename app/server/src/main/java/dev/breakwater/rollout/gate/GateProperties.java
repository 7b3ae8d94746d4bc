package dev.breakwater.rollout.gate;

import java.time.Duration;
import java.util.List;
import org.springframework.boot.context.properties.ConfigurationProperties;
import org.springframework.boot.context.properties.bind.DefaultValue;

/**
 * Which networks gates may reach beside the public internet, as addresses or CIDR blocks, how many are asked at a time, and for how long
 * their answers are kept.
 */
@ConfigurationProperties("breakwater.gates")
public record GateProperties(
        @DefaultValue List<String> allowedNetworks,
        @DefaultValue("8") int askedAtOnce,
        @DefaultValue("P90D") Duration keepEvaluations) {
    public GateProperties {
        allowedNetworks = List.copyOf(allowedNetworks);
        allowedNetworks.forEach(Block::parse);
        if (askedAtOnce < 1 || askedAtOnce > 100 || !keepEvaluations.isPositive()) {
            throw new IllegalArgumentException(
                    "breakwater.gates: asked-at-once must be 1 to 100, keep-evaluations positive");
        }
    }
}
