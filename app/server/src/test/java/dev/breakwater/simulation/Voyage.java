package dev.breakwater.simulation;

import dev.breakwater.Api;
import dev.breakwater.simulation.SimulatedHost.Letter;
import java.time.Duration;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.SplittableRandom;
import java.util.TreeMap;
import java.util.UUID;
import java.util.stream.IntStream;

/** One rollout of one fleet over two servers, and all that a seed can think of against it. After every step every invariant is checked. */
final class Voyage {
    private static final Set<String> ENDED = Set.of("COMPLETED", "ROLLED_BACK", "CANCELLED", "SUPERSEDED");
    private static final int CALM_ROUNDS = 150;

    private final Harbour harbour;
    private final SplittableRandom chance;
    private final Operators people;
    private final String run;
    private final List<SimulatedHost> hosts;
    private final List<Letter> underway = new ArrayList<>();
    private final Map<String, Integer> before;
    private final String token;
    private String rollout = "";
    private boolean stopped;
    private int steps;

    Voyage(Harbour harbour, long seed) {
        this.harbour = harbour;
        this.chance = new SplittableRandom(seed);
        this.run = "sim-%d-%s".formatted(seed, UUID.randomUUID().toString().substring(0, 8));
        this.people = new Operators(run, chance.split());
        this.hosts = IntStream.range(0, chance.nextInt(4, 11))
                .mapToObj(index -> new SimulatedHost("%s-%02d".formatted(run, index), chance.split()))
                .toList();
        this.before = harbour.violations();
        this.token = people.token(harbour.one());
    }

    int steps() {
        return steps;
    }

    /** How it ended, or whom it waits for. */
    String sail() {
        embark();
        var troubles = chance.nextInt(40, 90);
        for (int step = 0; step < troubles && !ended(); step++) {
            step();
        }
        calm();
        return phase();
    }

    private void embark() {
        hosts.forEach(host -> people.enrol(harbour.one(), token, host));
        hosts.forEach(host -> deliver(harbour.one(), host.idle()));
        hosts.forEach(host -> deliver(harbour.one(), host.idle()));
        var troubled = chance.nextBoolean();
        hosts.forEach(host -> host.temper = troubled && chance.nextInt(4) == 0 ? any(Temper.values()) : Temper.SOUND);
        rollout = people.start(harbour.one(), hosts, policy());
    }

    private String policy() {
        return """
                "minHealthy":%d,"finalSoak":"PT%dM","rollbackDeadline":"PT30M",%s"onFailure":"%s","rollbackScope":"%s",
                "waves":[{"name":"canary","size":"1","soak":"PT%dM","maxFailed":"0","deadline":"PT20M","approval":%s},
                         {"name":"half","size":"50%%","soak":"PT%dM","maxFailed":"%d","deadline":"PT20M"},
                         {"name":"rest","size":"rest","soak":"PT0S","maxFailed":"20%%","deadline":"PT20M"}]
                """.formatted(
                        chance.nextInt(1, 3),
                        chance.nextInt(0, 10),
                        chance.nextBoolean() ? "" : "\"maxUnavailable\":\"%d\",".formatted(chance.nextInt(1, 4)),
                        chance.nextInt(3) == 0 ? "HALT" : "ROLLBACK",
                        chance.nextInt(3) == 0 ? "WAVE" : "ROLLOUT",
                        chance.nextInt(0, 10),
                        chance.nextInt(3) == 0,
                        chance.nextInt(0, 10),
                        chance.nextInt(0, 2));
    }

    private void step() {
        steps++;
        switch (chance.nextInt(20)) {
            case 0, 1, 2 -> pass();
            case 3, 4 -> arrive();
            case 5 -> people.attend(server(), rollout);
            case 6 -> harbour.skew(Duration.ofSeconds(chance.nextInt(-90, 90)));
            case 7 -> harbour.armCrash(chance.nextInt(0, 60));
            case 8 -> meddleWithHosts();
            case 9 -> stop(chance.nextInt(3) == 0);
            case 10 -> loseDatabase();
            default -> round(any(hosts));
        }
        check();
    }

    /** Most hosts ask meanwhile. */
    private void pass() {
        harbour.pass(Duration.ofSeconds(chance.nextInt(10, 600)));
        hosts.stream().filter(_ -> chance.nextInt(4) > 0).forEach(this::round);
    }

    private void loseDatabase() {
        if (chance.nextInt(6) == 0) {
            harbour.restartDatabase();
        }
    }

    private void stop(boolean on) {
        people.stop(server(), on);
        stopped = on;
    }

    private void meddleWithHosts() {
        var host = any(hosts);
        var path = "/api/v1/hosts/" + host.id;
        var tag = server().get(path).header("ETag");
        var tagged = tag == null ? server() : server().with("If-Match", tag);
        switch (chance.nextInt(6)) {
            case 0 -> server().delete(path);
            case 1, 2 -> people.enrol(server(), token, host);
            case 3 -> tagged.patch(path, "{\"labels\":{\"moved\":\"yes\"}}");
            case 4 -> tagged.patch(path, "{\"hold\":{\"reason\":\"simulated\"}}");
            default -> tagged.patch(path, "{\"hold\":null}");
        }
    }

    private void round(SimulatedHost host) {
        host.claimed = false;
        var letter = host.round(server());
        Truth.require(!(host.claimed && stopped), "I3: a claim was granted after the global stop");
        letter.ifPresent(it -> {
            switch (chance.nextInt(10)) {
                case 0 -> {}
                case 1, 2 -> underway.add(it);
                case 3 -> {
                    deliver(it);
                    underway.add(it);
                }
                default -> deliver(it);
            }
        });
    }

    /** Late, and in any order. */
    private void arrive() {
        if (!underway.isEmpty()) {
            deliver(underway.remove(chance.nextInt(underway.size())));
        }
    }

    private void deliver(Letter letter) {
        deliver(server(), letter);
    }

    private static void deliver(Api server, Letter letter) {
        Api.anonymous(server.port()).bearer(letter.credential()).post("/agent/v1/reports", letter.body());
    }

    /** No more faults: whoever lives answers, people do what they are asked for, and time passes. */
    private void calm() {
        harbour.disarm();
        people.stop(harbour.one(), false);
        stopped = false;
        hosts.forEach(this::release);
        for (int round = 0; round < CALM_ROUNDS && !ended(); round++) {
            steps++;
            hosts.forEach(host -> host.round(harbour.one()).ifPresent(letter -> deliver(harbour.one(), letter)));
            harbour.pass(Duration.ofMinutes(2));
            if (round % 5 == 4) {
                people.attend(harbour.one(), rollout);
            }
            check();
        }
        Truth.require(ended(), "it does not end: " + people.look(harbour.one(), rollout));
    }

    private void release(SimulatedHost host) {
        var path = "/api/v1/hosts/" + host.id;
        var tag = harbour.one().get(path).header("ETag");
        if (tag != null) {
            harbour.one().with("If-Match", tag).patch(path, "{\"hold\":null}");
        }
    }

    private boolean ended() {
        return ENDED.contains(phase());
    }

    private String phase() {
        return people.look(harbour.one(), rollout).path("phase").asString("");
    }

    private void check() {
        harbour.settle();
        var view = people.look(harbour.one(), rollout);
        var found = new TreeMap<>(harbour.violations());
        found.entrySet().removeAll(before.entrySet());
        Truth.require(found.isEmpty(), "broken: %s at %s: %s".formatted(found, harbour.now(), view));
        var waits = view.path("waitingFor").asString("");
        Truth.require(ended() || !waits.isBlank(), "I9: it waits for nobody: " + view);
    }

    private Api server() {
        return chance.nextBoolean() ? harbour.one() : harbour.other();
    }

    private <T> T any(T[] values) {
        return values[chance.nextInt(values.length)];
    }

    private <T> T any(List<T> values) {
        return values.get(chance.nextInt(values.size()));
    }
}
