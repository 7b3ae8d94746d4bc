package dev.breakwater.simulation;

import static org.assertj.core.api.Assertions.assertThat;

import java.nio.file.Path;
import java.time.Duration;
import java.util.Map;
import java.util.TreeMap;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/**
 * Server speed: two real servers, a real PostgreSQL, real HTTP; only time is simulated. As many seeds as fit in {@code breakwater.seconds},
 * or so many as {@code breakwater.voyages} says; {@code breakwater.seed} sails one again.
 */
class ServerSimulationIT {
    @TempDir
    private static Path folder;

    @Test
    void whatever_happens_to_servers_database_hosts_and_network_the_invariants_hold_and_it_ends() {
        var again = Long.getLong("breakwater.seed");
        var first = again == null ? System.nanoTime() : again;
        var most = again == null ? Integer.getInteger("breakwater.voyages", Integer.MAX_VALUE) : 1;
        var until = System.nanoTime() + limit(most).toNanos();
        Map<String, Integer> endings = new TreeMap<>();
        var steps = 0;
        var sailed = 0;
        try (var harbour = Harbour.open(folder)) {
            while (sailed < most && (sailed == 0 || System.nanoTime() < until)) {
                var voyage = new Voyage(harbour, first + sailed);
                endings.merge(sail(voyage, first + sailed), 1, Integer::sum);
                steps += voyage.steps();
                sailed++;
            }
            System.out.printf(
                    "server simulation: seed %d, %d voyages, %d steps, %d crashes, %s%n",
                    first, sailed, steps, harbour.crashes(), endings);
        }
        assertThat(sailed).isPositive();
    }

    private static Duration limit(int most) {
        return most == Integer.MAX_VALUE
                ? Duration.ofSeconds(Integer.getInteger("breakwater.seconds", 30))
                : Duration.ofHours(12);
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
