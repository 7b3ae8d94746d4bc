package dev.breakwater.simulation;

import dev.breakwater.Api;
import dev.breakwater.DebianPostgres;
import java.nio.file.Path;
import java.time.Duration;
import java.time.Instant;
import java.time.temporal.ChronoUnit;
import java.util.Map;
import org.awaitility.Awaitility;

/** Two servers on one PostgreSQL, the time they all live in, and what can happen to them. */
final class Harbour implements AutoCloseable {
    private final DebianPostgres postgres;
    private final SettableClock clock;
    private final SimulatedServer one;
    private final SimulatedServer other;

    private Harbour(DebianPostgres postgres, SettableClock clock, SimulatedServer one, SimulatedServer other) {
        this.postgres = postgres;
        this.clock = clock;
        this.one = one;
        this.other = other;
    }

    static Harbour open(Path folder) {
        var postgres = DebianPostgres.start(folder);
        postgres.createDatabase("simulation");
        var url = postgres.url("simulation");
        var clock = SettableClock.at(Instant.now().truncatedTo(ChronoUnit.SECONDS));
        var one = SimulatedServer.start(url, clock);
        return new Harbour(postgres, clock, one, SimulatedServer.start(url, clock.another()));
    }

    Api one() {
        return one.api();
    }

    Api other() {
        return other.api();
    }

    /** Time, and what the servers' timers do when it has passed. */
    void pass(Duration duration) {
        clock.pass(duration);
        one.clockwork().sweep();
        other.clockwork().sweep();
    }

    Instant now() {
        return clock.instant();
    }

    /** Of the second server's clock from the first's. */
    void skew(Duration skew) {
        other.clock().skew(skew);
    }

    /** One of the next statements of the second server is its last on that connection. */
    void armCrash(int statements) {
        other.crashes().arm(statements);
    }

    void disarm() {
        other.crashes().disarm();
        other.clock().skew(Duration.ZERO);
    }

    int crashes() {
        return other.crashes().crashes();
    }

    void restartDatabase() {
        settle();
        postgres.crash();
        postgres.start();
        Awaitility.await()
                .atMost(Duration.ofSeconds(60))
                .pollInterval(Duration.ofMillis(50))
                .ignoreExceptions()
                .until(() -> answers(one) && answers(other));
    }

    private static boolean answers(SimulatedServer server) {
        return server.api().get("/api/v1/stop").status() == 200;
    }

    /** Until nothing that a step has set off is still going on. */
    void settle() {
        one.clockwork().awaitIdle();
        other.clockwork().awaitIdle();
    }

    Map<String, Integer> violations() {
        return one.clockwork().violations();
    }

    @Override
    public void close() {
        one.close();
        other.close();
        postgres.close();
    }
}
