package dev.breakwater.simulation;

import static org.assertj.core.api.Assertions.assertThat;

import java.nio.file.Path;
import java.time.Duration;
import java.util.Map;
import java.util.TreeMap;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/**
 * Server speed: two real servers, a real PostgreSQL, real HTTP; only time is simulated. The seeds are the same in every build: {@code
 * breakwater.voyages} of them, beginning with {@code breakwater.seed}.
 */
class ServerSimulationIT {
    private static final long FIRST = Long.getLong("breakwater.seed", 20_261_123);
    private static final int VOYAGES = Integer.getInteger("breakwater.voyages", 6);

    @TempDir
    private static Path folder;

    @Test
    void whatever_happens_to_servers_database_hosts_and_network_the_invariants_hold_and_it_ends() {
        Map<String, Integer> endings = new TreeMap<>();
        var steps = 0;
        var begun = System.nanoTime();
        try (var harbour = Harbour.open(folder)) {
            for (var seed = FIRST; seed < FIRST + VOYAGES; seed++) {
                var voyage = new Voyage(harbour, seed);
                endings.merge(sail(voyage, seed), 1, Integer::sum);
                steps += voyage.steps();
                System.out.printf(
                        "server simulation: first seed %d, %d voyages, %d steps, %d crashes, 0 violations, %d s, %s%n",
                        FIRST, seed - FIRST + 1, steps, harbour.crashes(), seconds(begun), endings);
            }
        }
        assertThat(endings.values().stream().mapToInt(Integer::intValue).sum()).isEqualTo(VOYAGES);
    }

    private static long seconds(long begun) {
        return Duration.ofNanos(System.nanoTime() - begun).toSeconds();
    }

    private static String sail(Voyage voyage, long seed) {
        try {
            return voyage.sail();
        } catch (AssertionError | RuntimeException broken) {
            throw new AssertionError(
                    "%s%nagain: app/fleetsim/bench/simulate --server --seed %d".formatted(broken.getMessage(), seed),
                    broken);
        }
    }
}
