package dev.breakwater.rollout.engine.fleet;

import java.time.Duration;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.concurrent.ConcurrentSkipListMap;
import java.util.concurrent.CopyOnWriteArrayList;
import java.util.concurrent.atomic.AtomicInteger;
import java.util.concurrent.atomic.AtomicLong;

/** What came of many runs. Written by several threads. */
final class Log {

    private static final int VIOLATIONS_MAX = 10;

    private final long first;
    private final long begun = System.nanoTime();
    private final AtomicInteger runs = new AtomicInteger();
    private final AtomicLong events = new AtomicLong();
    private final Map<String, Integer> endings = new ConcurrentSkipListMap<>();
    private final AtomicInteger broken = new AtomicInteger();
    private final List<AssertionError> violations = new CopyOnWriteArrayList<>();

    Log(long first) {
        this.first = first;
    }

    void ended(Simulation simulation) {
        runs.incrementAndGet();
        events.addAndGet(simulation.events());
        endings.merge(simulation.shell().rollout().phase().name(), 1, Integer::sum);
    }

    void broke(String how, Throwable cause) {
        System.out.println("broken: " + how);
        violations.add(new AssertionError(how, cause));
    }

    /** Whether this one is worth a reproduction: of many, the first few are. */
    boolean counts() {
        runs.incrementAndGet();
        return broken.incrementAndGet() <= VIOLATIONS_MAX;
    }

    int runs() {
        return runs.get();
    }

    Set<String> endings() {
        return endings.keySet();
    }

    List<AssertionError> violations() {
        return violations;
    }

    String summary() {
        return "fleet simulation: first seed %d, %s runs, %s events, %d violations, %d s, %s"
                .formatted(
                        first,
                        runs,
                        events,
                        broken.get(),
                        Duration.ofNanos(System.nanoTime() - begun).toSeconds(),
                        endings);
    }
}
