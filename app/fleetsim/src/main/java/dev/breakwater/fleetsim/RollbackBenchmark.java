package dev.breakwater.fleetsim;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Clock;
import java.time.Duration;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.concurrent.ExecutionException;
import java.util.concurrent.ExecutorService;
import java.util.concurrent.Executors;
import java.util.concurrent.Future;
import java.util.function.Consumer;
import java.util.stream.IntStream;

/**
 * How long a failing wave goes on: from the moment one host sends the report that breaks the budget of a wave until each other host,
 * waiting in a held poll, reads ROLLBACK. The limit it is compared with is the round trip of a report that changes nothing, taken in
 * the same runs: no rollback can be faster than the one durable commit that causes it.
 */
public final class RollbackBenchmark {
    private static final Duration PATIENCE = Duration.ofMinutes(2);
    private static final double BUDGET = 0.05;
    private static final int AT_ONCE = 8;

    private final OperatorApi operator;
    private final List<BenchedHost> hosts;
    private final String fleet;
    private final ExecutorService crowd =
            Executors.newFixedThreadPool(AT_ONCE, Thread.ofPlatform().daemon().factory());
    private final ExecutorService threads = Executors.newThreadPerTaskExecutor(
            Thread.ofVirtual().name("bench-", 0).factory());

    private final List<Duration> first = new ArrayList<>();
    private final List<Duration> all = new ArrayList<>();
    private final List<Duration> limit = new ArrayList<>();

    private RollbackBenchmark(OperatorApi operator, List<BenchedHost> hosts, String fleet) {
        this.operator = operator;
        this.hosts = hosts;
        this.fleet = fleet;
    }

    /** {@code URL TOKEN_FILE [RUNS [HOSTS]]}. */
    static void main(String[] arguments) throws IOException, InterruptedException, ExecutionException {
        var runs = arguments.length > 2 ? Integer.parseInt(arguments[2]) : 25;
        var size = arguments.length > 3 ? Integer.parseInt(arguments[3]) : 200;
        try (var http = new Http(Servers.of(arguments[0]))) {
            var operator = new OperatorApi(
                    http, Files.readString(Path.of(arguments[1])).strip());
            var fleet = "bench-" + Long.toString(Clock.systemUTC().millis(), 36);
            var benchmark = new RollbackBenchmark(operator, enrol(http, operator, fleet, size), fleet);
            benchmark.run(runs);
            benchmark.print();
        }
    }

    private static List<BenchedHost> enrol(Http http, OperatorApi operator, String fleet, int size) {
        var api = new HttpAgentApi(http);
        var identities = IntStream.range(0, size)
                .mapToObj(index ->
                        new Identity("%s-%04d".formatted(fleet, index), Platform.NIXOS, Map.of("bench", fleet), index))
                .toList();
        return new Enrolment(api, operator)
                .enrol(identities, List.of(), DemoFleet::firstSystem).stream()
                        .map(enrolled -> new BenchedHost(api, enrolled))
                        .toList();
    }

    private void run(int runs) throws InterruptedException, ExecutionException {
        each(hosts, host -> host.report(Phase.IDLE, true));
        for (var run = 1; run <= runs; run++) {
            breakWave(run);
            System.out.printf(
                    "run %d: first %.1f ms, all %.1f ms, report %.1f ms%n",
                    run,
                    Quantiles.millis(first.getLast()),
                    Quantiles.millis(all.getLast()),
                    Quantiles.millis(limit.getLast()));
        }
    }

    private void breakWave(int run) throws InterruptedException, ExecutionException {
        var rollout = start(fleet + "-r" + run);
        each(hosts, host -> {
            host.awaitAction(Desired.Action.ACTIVATE);
            host.take();
        });
        var tolerated = (int) (hosts.size() * BUDGET);
        each(hosts.subList(0, tolerated), host -> host.report(Phase.ACTIVE, false));
        var waiting = hosts.subList(tolerated, hosts.size() - 1);
        each(waiting, host -> host.report(Phase.ACTIVE, true));
        limit.add(time(() -> waiting.getFirst().report(Phase.ACTIVE, true)));
        measure(waiting, hosts.getLast());
        each(hosts, host -> {
            host.awaitAction(Desired.Action.ROLLBACK);
            host.take();
            host.report(Phase.ACTIVE, true);
        });
        Await.until(
                PATIENCE,
                () -> operator.rolloutById(rollout).path("phase").asString().equals("ROLLED_BACK"));
    }

    private void measure(List<BenchedHost> waiting, BenchedHost breaker)
            throws InterruptedException, ExecutionException {
        var heard = new ArrayList<Future<Long>>();
        for (var host : waiting) {
            heard.add(threads.submit(() -> {
                host.awaitAction(Desired.Action.ROLLBACK);
                return System.nanoTime();
            }));
        }
        Thread.sleep(Duration.ofMillis(500));
        var sent = System.nanoTime();
        breaker.report(Phase.ACTIVE, false);
        var times = new ArrayList<Duration>();
        for (var one : heard) {
            times.add(Duration.ofNanos(one.get() - sent));
        }
        var quantiles = Quantiles.of(times);
        first.add(quantiles.at(0));
        all.add(quantiles.largest());
    }

    private String start(String generation) {
        var id = operator.generation(
                generation,
                Platform.NIXOS,
                hosts.stream().map(BenchedHost::name).toList());
        var wave = Map.of("name", "all", "size", "rest", "soak", "PT1H", "maxFailed", "5%", "deadline", "PT10M");
        var rollout = operator.create(Map.of(
                        "name",
                        generation,
                        "generationId",
                        id,
                        "selector",
                        "bench=" + fleet,
                        "waves",
                        List.of(wave),
                        "maxUnavailable",
                        "100%",
                        "minHealthy",
                        1))
                .path("id")
                .asString();
        operator.start(rollout, "benchmark");
        return rollout;
    }

    private void print() {
        var baseline = Quantiles.of(limit);
        var told = Quantiles.of(all);
        System.out.printf("%d hosts in the wave%n", hosts.size());
        System.out.printf("a report that changes nothing (the limit): %s%n", baseline);
        System.out.printf("budget broken -> first host reads ROLLBACK: %s%n", Quantiles.of(first));
        System.out.printf("budget broken -> every host reads ROLLBACK: %s%n", told);
        System.out.printf(
                "p50 of all, as a multiple of the limit: %.1f%n",
                (double) told.at(0.5).toNanos() / baseline.at(0.5).toNanos());
    }

    /** A few at a time: a fleet's hosts do not report in one breath, and this measures the rollback, not the crowd. */
    private void each(List<BenchedHost> chosen, Consumer<BenchedHost> deed)
            throws InterruptedException, ExecutionException {
        var done = crowd.invokeAll(chosen.stream()
                .map(host -> Executors.callable(() -> deed.accept(host)))
                .toList());
        for (var one : done) {
            one.get();
        }
    }

    private static Duration time(Runnable deed) {
        var began = System.nanoTime();
        deed.run();
        return Duration.ofNanos(System.nanoTime() - began);
    }
}
