package dev.breakwater.fleetsim;

import java.net.URI;
import java.nio.file.Path;
import java.time.Duration;

/**
 * How large and how fast the demonstration is. {@code folder} keeps the simulated hosts' disks; {@code soak} is the time each wave is
 * watched, {@code activation} the usual time of a switch.
 */
public record DemoSettings(URI server, String adminToken, Path folder, int hosts, Duration soak, Duration activation) {
    private static final int FEWEST = 20;

    public DemoSettings {
        if (hosts < FEWEST) {
            throw new IllegalArgumentException("a demonstration needs at least %d hosts".formatted(FEWEST));
        }
    }

    /** Two hundred hosts; both rollouts are over within two minutes. */
    public static DemoSettings standard(URI server, String adminToken, Path folder) {
        return new DemoSettings(server, adminToken, folder, 200, Duration.ofSeconds(5), Duration.ofSeconds(2));
    }

    @Override
    public String toString() {
        return "%d hosts at %s".formatted(hosts, server);
    }
}
