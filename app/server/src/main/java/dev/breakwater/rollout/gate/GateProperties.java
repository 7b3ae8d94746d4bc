package dev.breakwater.rollout.gate;

import java.net.URI;
import java.time.Duration;
import java.util.List;
import org.jspecify.annotations.Nullable;
import org.springframework.boot.context.properties.ConfigurationProperties;
import org.springframework.boot.context.properties.bind.DefaultValue;

/**
 * Which networks gates may reach beside the public internet, as addresses or CIDR blocks, how many are asked at a time, and for how long
 * their answers are kept. {@code callbackUrl} is how webhooks reach this server, such as {@code https://breakwater.example.com}; without
 * it they have to answer at once.
 */
@ConfigurationProperties("breakwater.gates")
public record GateProperties(
        @DefaultValue List<String> allowedNetworks,
        @DefaultValue("8") int askedAtOnce,
        @DefaultValue("P90D") Duration keepEvaluations,
        @Nullable URI callbackUrl) {
    public GateProperties {
        allowedNetworks = List.copyOf(allowedNetworks);
        allowedNetworks.forEach(Block::parse);
        if (callbackUrl != null
                && (callbackUrl.getHost() == null || !callbackUrl.getScheme().startsWith("http"))) {
            throw new IllegalArgumentException("breakwater.gates.callback-url must be an http or https address");
        }
        if (askedAtOnce < 1 || askedAtOnce > 100 || !keepEvaluations.isPositive()) {
            throw new IllegalArgumentException(
                    "breakwater.gates: asked-at-once must be 1 to 100, keep-evaluations positive");
        }
    }
}
