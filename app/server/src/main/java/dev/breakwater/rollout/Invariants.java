package dev.breakwater.rollout;

import dev.breakwater.rollout.store.InvariantStore;
import io.micrometer.core.instrument.Counter;
import io.micrometer.core.instrument.MeterRegistry;
import java.time.Clock;
import java.util.Map;
import java.util.concurrent.ConcurrentHashMap;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;
import org.springframework.dao.DataAccessException;
import org.springframework.scheduling.annotation.Scheduled;
import org.springframework.stereotype.Component;

/** Looks now and then whether what must never be is. Each violation counts once, when it is first seen. */
@Component
class Invariants {
    private static final Logger log = LoggerFactory.getLogger(Invariants.class);

    private final InvariantStore rows;
    private final MeterRegistry meters;
    private final Clock clock;
    private final Counter checks;
    private final Map<String, Integer> known = new ConcurrentHashMap<>();

    Invariants(InvariantStore rows, MeterRegistry meters, Clock clock) {
        this.rows = rows;
        this.meters = meters;
        this.clock = clock;
        this.checks = Counter.builder("breakwater.invariant.checks")
                .description("How often the invariants were looked at: until then, no violation says nothing")
                .register(meters);
        InvariantStore.ids().forEach(this::counter);
    }

    /** By invariant. */
    Map<String, Integer> violations() {
        return rows.violations(clock.instant());
    }

    @Scheduled(initialDelayString = "${breakwater.invariants.first-check-after:PT1M}", fixedDelayString = "PT5M")
    void check() {
        try {
            violations().forEach(this::count);
            checks.increment();
        } catch (DataAccessException unreachable) {
            log.debug("Invariants cannot be checked now", unreachable);
        }
    }

    private void count(String id, int violations) {
        var before = known.put(id, violations);
        var more = violations - (before == null ? 0 : before);
        counter(id).increment(Math.max(0, more));
        if (more > 0) {
            log.error("Invariant {} is violated {} times", id, violations);
        }
    }

    private Counter counter(String id) {
        return Counter.builder("breakwater.invariant.violations")
                .description("Rows that contradict an invariant of the engine")
                .tag("id", id)
                .register(meters);
    }
}
