package dev.breakwater.rollout.engine.fleet;

import static dev.breakwater.rollout.engine.Laws.require;

import dev.breakwater.rollout.engine.Cause;
import dev.breakwater.rollout.engine.Event;
import dev.breakwater.rollout.engine.Event.Tick;
import dev.breakwater.rollout.engine.HostState;
import dev.breakwater.rollout.engine.Phase;
import dev.breakwater.rollout.engine.policy.Policy;
import dev.breakwater.rollout.engine.proof.ReportFacts;
import java.time.Duration;
import java.time.Instant;
import java.util.List;
import java.util.PriorityQueue;
import java.util.SplittableRandom;

/**
 * A fleet, a bad network, a shell and a person on one clock that jumps from event to event. Everything random comes from one seed, so a run
 * can be had again.
 */
final class Simulation {

    static final Instant START = Instant.parse("2026-11-23T12:00:00Z");
    static final Duration LONGEST = Duration.ofDays(60);
    static final Cause PERSON = new Cause("person", "simulated");

    private static final Duration POLL = Duration.ofSeconds(60);
    private static final Duration LOOK = Duration.ofMinutes(20);

    private record Due(Instant at, long order, Runnable deed) implements Comparable<Due> {
        @Override
        public int compareTo(Due other) {
            int byTime = at.compareTo(other.at);
            return byTime != 0 ? byTime : Long.compare(order, other.order);
        }
    }

    private final SplittableRandom chance;
    private final Network network;
    private final Person person;
    private final List<PlanRow> rows;
    private final Shell shell;
    private final PriorityQueue<Due> queue = new PriorityQueue<>();
    private Instant now = START;
    private Instant armed = Instant.MAX;
    private long order;
    private long events;

    Simulation(Policy policy, List<PlanRow> rows, Network network, SplittableRandom chance) {
        this.chance = chance;
        this.network = network;
        this.rows = rows;
        this.shell = new Shell(policy, rows, START);
        this.person = new Person(shell, chance.split());
    }

    Shell shell() {
        return shell;
    }

    long events() {
        return events;
    }

    /** Runs until the rollout is over; never is a failure. */
    void run() {
        for (PlanRow row : rows) {
            boolean away = row.machine.temper() == Temper.TRAVELLER;
            row.reportedAt = away ? START.minus(Duration.ofDays(1)) : START;
            Duration first = away ? Duration.ofMinutes(30 + chance.nextInt(600)) : jitter(POLL);
            at(START.plus(first), () -> poll(row));
        }
        at(START, this::look);
        while (!phase().isTerminal()) {
            Due next = queue.remove();
            now = next.at();
            events++;
            require(now.isBefore(START.plus(LONGEST)), "I9: it does not end: " + shell.rollout());
            next.deed().run();
        }
    }

    private Phase phase() {
        return shell.rollout().phase();
    }

    private void look() {
        person.next().ifPresent(event -> decide(event));
        at(now.plus(jitter(LOOK)), this::look);
    }

    private void tick() {
        armed = Instant.MAX;
        decide(new Tick());
    }

    private void decide(Event event) {
        shell.decide(event, now);
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
        queue.add(new Due(when, order++, deed));
    }
}
