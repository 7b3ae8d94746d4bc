package dev.breakwater.faults;

import dev.breakwater.Api;
import java.util.ArrayList;
import java.util.HashSet;
import java.util.List;
import java.util.concurrent.Executors;
import java.util.concurrent.ScheduledExecutorService;
import java.util.concurrent.TimeUnit;
import java.util.stream.IntStream;
import org.springframework.jdbc.core.simple.JdbcClient;

/** Hosts that report all the time, whatever happens to the servers, and can prove what was acknowledged. */
final class Witnesses implements AutoCloseable {
    private static final int COUNT = 4;
    private static final int MILLIS_BETWEEN_REPORTS = 100;

    private final List<Witness> witnesses;
    private final ScheduledExecutorService reporting = Executors.newScheduledThreadPool(COUNT);

    private Witnesses(List<Witness> witnesses) {
        this.witnesses = witnesses;
        for (var witness : witnesses) {
            var _ = reporting.scheduleWithFixedDelay(witness, 0, MILLIS_BETWEEN_REPORTS, TimeUnit.MILLISECONDS);
        }
    }

    static Witnesses start(List<Api> replicas) {
        var token = replicas.getFirst()
                .post("/api/v1/enrollment-tokens", """
                        {"description": "witnesses", "maxUses": %d}""".formatted(COUNT))
                .json()
                .path("token")
                .asString();
        var ports = replicas.stream().map(Api::port).toList();
        return new Witnesses(IntStream.range(0, COUNT)
                .mapToObj(index -> Witness.enrol("witness-" + index, token, ports))
                .toList());
    }

    int acknowledged() {
        return witnesses.stream()
                .mapToInt(witness -> witness.acknowledged().size())
                .sum();
    }

    /** Acknowledged reports that the database knows nothing of. */
    List<String> lost(JdbcClient database) {
        var lost = new ArrayList<String>();
        for (var witness : witnesses) {
            var acknowledged = witness.acknowledged();
            var kept = new HashSet<>(database.sql("""
                            select hh.ref from host_history hh join hosts h on h.id = hh.host_id where h.name = :name""")
                    .param("name", witness.name())
                    .query(String.class)
                    .list());
            acknowledged.stream().filter(ref -> !kept.contains(ref)).forEach(lost::add);
        }
        return lost;
    }

    @Override
    public void close() {
        reporting.shutdownNow();
    }
}
