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

    private final Map<String, Integer> endings = new TreeMap<>();
    private final long begun = System.nanoTime();
    private int steps;

    @Test
    void whatever_happens_to_servers_database_hosts_and_network_the_invariants_hold_and_it_ends() {
        try (var harbour = Harbour.open(folder)) {
            for (var seed = FIRST; seed < FIRST + VOYAGES; seed++) {
                sail(harbour, seed);
            }
        }
        assertThat(endings.values().stream().mapToInt(Integer::intValue).sum()).isEqualTo(VOYAGES);
    }

    /** The first that breaks is the last: what it has left in the database would break the others, too. */
    private void sail(Harbour harbour, long seed) {
        var voyage = new Voyage(harbour, seed);
        try {
            endings.merge(voyage.sail(), 1, Integer::sum);
            tell(harbour, voyage, 0);
        } catch (AssertionError | RuntimeException broken) {
            var how = "%s%nagain: app/fleetsim/bench/simulate --server --seed %d".formatted(broken.getMessage(), seed);
            System.out.println("broken: " + how);
            tell(harbour, voyage, 1);
            throw new AssertionError(how, broken);
        }
    }

    private void tell(Harbour harbour, Voyage voyage, int violations) {
        steps += voyage.steps();
        System.out.printf(
                "server simulation: first seed %d, %d voyages, %d steps, %d crashes, %d violations, %d s, %s%n",
                FIRST,
                endings.values().stream().mapToInt(Integer::intValue).sum() + violations,
                steps,
                harbour.crashes(),
                violations,
                Duration.ofNanos(System.nanoTime() - begun).toSeconds(),
                endings);
    }
}
