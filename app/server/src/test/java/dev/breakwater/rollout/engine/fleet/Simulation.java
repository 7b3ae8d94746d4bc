package dev.breakwater.rollout.engine.fleet;

import static dev.breakwater.rollout.engine.Laws.require;

import dev.breakwater.rollout.engine.Event;
import dev.breakwater.rollout.engine.Event.Tick;
import dev.breakwater.rollout.engine.HostState;
import dev.breakwater.rollout.engine.Phase;
import dev.breakwater.rollout.engine.proof.ReportFacts;
import java.time.Duration;
import java.time.Instant;
import java.util.List;
import java.util.PriorityQueue;
import java.util.Set;
import java.util.SplittableRandom;

/**
 * A fleet, a bad network, a shell and a person on one clock that jumps from event to event. Everything random comes from one seed, so a run
 * can be had again.
 */
final class Simulation {

    static final Instant START = Instant.parse("2026-11-23T12:00:00Z");
    static final Duration LONGEST = Duration.ofDays(60);

    private static final Duration POLL = Duration.ofSeconds(60);
    private static final Duration LOOK = Duration.ofMinutes(20);
    private static final Duration SWEEP = Duration.ofMinutes(30);
    private static final Duration ASK = Duration.ofMinutes(4);

    private record Due(Instant at, long order, Runnable deed) implements Comparable<Due> {
        @Override
        public int compareTo(Due other) {
            int byTime = at.compareTo(other.at);
            return byTime != 0 ? byTime : Long.compare(order, other.order);
        }
    }

    private final SplittableRandom chance;
    /** Of crashes, clocks and what becomes of hosts: apart, so that leaving them out changes nothing else. */
    private final SplittableRandom luck;

    private final Set<Fault> faults;
    private final Probe probe;
    private final Duration skew;
    private final Network network;
    private final Person person;
    private final List<PlanRow> rows;
    private final Shell shell;
    private final PriorityQueue<Due> queue = new PriorityQueue<>();
    private Instant now = START;
    private Instant armed = Instant.MAX;
    private int running;
    private long order;
    private long events;

    Simulation(Shell shell, Network network, Set<Fault> faults, SplittableRandom chance) {
        this.network = network;
        this.rows = shell.rows();
        this.faults = faults;
        this.chance = chance.split();
        this.luck = chance.split();
        this.shell = shell;
        this.person = new Person(shell, chance.split(), faults.contains(Fault.MEDDLING));
        this.probe = new Probe(faults.contains(Fault.GATES), chance.split());
        this.skew = Duration.ofSeconds(chance.nextInt(-90, 90));
    }

    Shell shell() {
        return shell;
    }

    long events() {
        return events;
    }

    /** Runs until the rollout is over; never is a failure. */
    void run() {
        switchOn();
        at(START, this::look);
        at(START.plus(SWEEP), this::sweep);
        if (shell.hasGates()) {
            at(START.plus(ASK), this::ask);
        }
        Instant end = START.plus(LONGEST);
        while (!phase().isTerminal()) {
            Due next = queue.remove();
            now = next.at();
            events++;
            if (now.isAfter(end)) {
                throw new AssertionError("I9: it does not end: " + shell.rollout());
            }
            next.deed().run();
        }
    }

    /** Whoever has not been switched on yet. */
    private void switchOn() {
        for (; running < rows.size(); running++) {
            PlanRow row = rows.get(running);
            boolean away = row.machine.temper() == Temper.TRAVELLER;
            row.reportedAt = away ? now.minus(Duration.ofDays(1)) : now;
            Duration first = away ? Duration.ofMinutes(30 + chance.nextInt(600)) : jitter(POLL);
            at(now.plus(first), () -> poll(row));
        }
    }

    private Phase phase() {
        return shell.rollout().phase();
    }

    /** Makes up for an alarm that was lost with the server that should have rung it. */
    private void sweep() {
        decide(new Tick());
        at(now.plus(jitter(SWEEP)), this::sweep);
    }

    private void ask() {
        probe.ask(now).ifPresent(fact -> {
            shell.hear(fact);
            decide(new Tick());
        });
        at(now.plus(jitter(ASK)), this::ask);
    }

    private void look() {
        if (faults.contains(Fault.INVENTORY) && luck.nextInt(6) == 0) {
            meddle(rows.get(luck.nextInt(rows.size())));
        }
        person.next(now).ifPresent(this::decide);
        at(now.plus(jitter(LOOK)), this::look);
    }

    private void tick() {
        armed = Instant.MAX;
        decide(new Tick());
    }

    private void meddle(PlanRow row) {
        if (luck.nextInt(5) == 0) {
            row.delete();
        } else {
            row.hold(!row.held, now);
        }
    }

    /** By either of two servers, whose clocks may differ. */
    private Instant clock() {
        return faults.contains(Fault.SKEW) && luck.nextBoolean() ? now.plus(skew) : now;
    }

    private void decide(Event event) {
        if (faults.contains(Fault.CRASHES) && luck.nextInt(40) == 0) {
            return;
        }
        shell.decide(event, clock());
        switchOn();
        shell.wakeAt().filter(at -> at.isBefore(armed)).ifPresent(at -> {
            armed = at;
            at(at, this::tick);
        });
    }

    private void poll(PlanRow row) {
        Machine machine = row.machine;
        if (machine.dead()) {
            return;
        }
        Machine.Desired desired = shell.poll(row, now);
        if (machine.wantsToSwitch(desired) && shell.claim(row, desired.epoch(), now) && !network.loses()) {
            machine.beginSwitch();
            at(now.plus(jitter(POLL)), machine::switchOver);
        }
        machine.answer(desired).ifPresent(report -> send(row, report));
        at(now.plus(jitter(POLL)), () -> poll(row));
    }

    private void send(PlanRow row, ReportFacts report) {
        for (Duration delay : network.deliveries()) {
            at(now.plus(delay), () -> arrive(row, report));
        }
    }

    private void arrive(PlanRow row, ReportFacts report) {
        HostState before = row.stored;
        if (shell.report(row, report, now)) {
            boolean home = row.machine.oldRef().equals(report.running().current());
            boolean settled = row.stored == HostState.SETTLED && before != HostState.SETTLED;
            require(!settled || !home, "settled by a report of the old generation");
            require(row.stored != HostState.ROLLED_BACK || home, "I12: back by a report of another generation");
            decide(new Tick());
        }
    }

    private Duration jitter(Duration around) {
        return around.dividedBy(2).plusSeconds(chance.nextLong(around.toSeconds()));
    }

    private void at(Instant when, Runnable deed) {
        queue.add(new Due(when.isBefore(now) ? now : when, order++, deed));
    }
}
