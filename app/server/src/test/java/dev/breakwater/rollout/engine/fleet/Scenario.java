package dev.breakwater.rollout.engine.fleet;

import dev.breakwater.rollout.engine.fleet.Newcomers.Arrival;
import dev.breakwater.rollout.engine.plan.Candidate;
import dev.breakwater.rollout.engine.plan.Plan;
import dev.breakwater.rollout.engine.plan.PlanRequest;
import dev.breakwater.rollout.engine.plan.Planner;
import dev.breakwater.rollout.engine.policy.Approvals;
import dev.breakwater.rollout.engine.policy.Budget;
import dev.breakwater.rollout.engine.policy.Clearance;
import dev.breakwater.rollout.engine.policy.Limit;
import dev.breakwater.rollout.engine.policy.Limits;
import dev.breakwater.rollout.engine.policy.OnFailure;
import dev.breakwater.rollout.engine.policy.Policy;
import dev.breakwater.rollout.engine.policy.RollbackPermission;
import dev.breakwater.rollout.engine.policy.RollbackPolicy;
import dev.breakwater.rollout.engine.policy.RollbackScope;
import dev.breakwater.rollout.engine.policy.Spread;
import dev.breakwater.rollout.engine.policy.Trial;
import dev.breakwater.rollout.engine.policy.WavePolicy;
import dev.breakwater.rollout.engine.policy.WaveSize;
import java.time.Duration;
import java.time.Instant;
import java.util.ArrayList;
import java.util.List;
import java.util.Set;
import java.util.SplittableRandom;
import java.util.UUID;

/** A fleet, a policy and a network, all drawn from one seed. */
final class Scenario {

    private static final Temper[] TEMPERS = Temper.values();

    private final SplittableRandom chance;

    private Scenario(long seed) {
        this.chance = new SplittableRandom(seed);
    }

    static Simulation of(long seed, Set<Fault> faults) {
        Scenario scenario = new Scenario(seed);
        Policy planned = scenario.policy();
        boolean troubled = faults.contains(Fault.TEMPERS);
        List<PlanRow> rows = scenario.rows(planned, seed, troubled);
        int badness = scenario.chance.nextInt(0, 15);
        Network network = new Network(faults.contains(Fault.NETWORK) ? badness : 0, scenario.chance.split());
        Errand errand = scenario.errand(faults.contains(Fault.OTHERS));
        SplittableRandom ofTheRun = scenario.chance.split();
        boolean joined = scenario.chance.nextInt(3) == 0 && faults.contains(Fault.NEWCOMERS);
        Policy policy = joined ? planned.joinedByNewcomers() : planned;
        Newcomers newcomers = scenario.newcomers(planned.waves().size(), troubled);
        return new Simulation(new Shell(policy, rows, errand, newcomers), network, faults, ofTheRun);
    }

    /** Nobody comes, now and then. */
    private Newcomers newcomers(int wave, boolean troubled) {
        int troublesIn1000 = chance.nextBoolean() ? 0 : chance.nextInt(1, 200);
        List<Arrival> arrivals = new ArrayList<>();
        for (int i = chance.nextInt(0, 20); i > 0; i--) {
            Machine machine = machine("newcomer-" + i, troubled, troublesIn1000);
            Instant at = Simulation.START.plus(minutes(0, 12 * 60));
            arrivals.add(new Arrival(at, new PlanRow(new UUID(8, i), machine, wave, at)));
        }
        return new Newcomers(arrivals, chance.split());
    }

    private List<PlanRow> rows(Policy policy, long seed, boolean troubled) {
        int hosts = chance.nextInt(8, 160);
        List<Candidate> candidates = new ArrayList<>();
        for (int i = 0; i < hosts; i++) {
            String name = "host-" + i;
            candidates.add(new Candidate(new UUID(7, i), name, "/old/" + name, "/new/" + name, null, Set.of()));
        }
        return place(Planner.plan(new PlanRequest(candidates, policy, seed)), troubled);
    }

    private List<PlanRow> place(Plan plan, boolean troubled) {
        int troublesIn1000 = chance.nextBoolean() ? 0 : chance.nextInt(1, 80);
        List<PlanRow> rows = new ArrayList<>();
        for (int wave = 0; wave < plan.waves().size(); wave++) {
            for (var host : plan.waves().get(wave).hosts()) {
                Machine machine = machine(host.name(), troubled, troublesIn1000);
                rows.add(new PlanRow(host.id(), machine, wave, Simulation.START));
            }
        }
        return rows;
    }

    private Machine machine(String name, boolean troubled, int troublesIn1000) {
        return new Machine(name, troubled ? temper(troublesIn1000) : Temper.SOUND, chance.split());
    }

    private Temper temper(int troublesIn1000) {
        return chance.nextInt(1_000) < troublesIn1000 ? TEMPERS[chance.nextInt(TEMPERS.length)] : Temper.SOUND;
    }

    /** None, in most runs. */
    private Errand errand(boolean troubled) {
        Duration takes = chance.nextInt(3) == 0 ? minutes(1, 360) : Duration.ZERO;
        boolean comesToNothing = chance.nextInt(3) == 0;
        return new Errand(takes, minutes(0, 120), troubled && comesToNothing);
    }

    private Approvals approvals() {
        int required = chance.nextInt(1, 4);
        List<String> from = chance.nextBoolean() ? List.of() : Person.APPROVERS;
        return new Approvals(required, from, minutes(15, 24 * 60));
    }

    private RollbackPermission permission() {
        return chance.nextInt(3) == 0 ? pick(RollbackPermission.values()) : RollbackPermission.ALLOWED;
    }

    private Policy policy() {
        List<WavePolicy> waves =
                List.of(wave("canary", "2", "0"), wave("half", "50%", "2%"), wave("rest", "rest", "5%"));
        RollbackPolicy rollback = new RollbackPolicy(
                pick(OnFailure.values()),
                permission(),
                pick(RollbackScope.values()),
                minutes(20, 120),
                null,
                new Limit.Share(chance.nextInt(0, 20)));
        Limit maxUnavailable = chance.nextBoolean() ? null : new Limit.Share(chance.nextInt(10, 60));
        return new Policy(
                waves,
                Limits.unavailable(maxUnavailable),
                Spread.NONE,
                Trial.of(chance.nextInt(1, 4), minutes(0, 60)),
                approvals(),
                rollback);
    }

    private WavePolicy wave(String name, String size, String maxFailed) {
        Limit minSettled = chance.nextBoolean() ? null : new Limit.Share(chance.nextInt(80, 100));
        Budget budget = new Budget(Limit.parse("maxFailed", maxFailed), minSettled);
        return new WavePolicy(
                name,
                WaveSize.parse(size),
                minutes(0, 30),
                minutes(10, 60),
                budget,
                new Clearance(chance.nextInt(3) == 0 ? List.of(Probe.NAME) : List.of(), chance.nextInt(4) == 0));
    }

    private Duration minutes(int least, int below) {
        return Duration.ofMinutes(chance.nextInt(least, below));
    }

    private <T> T pick(T[] values) {
        return values[chance.nextInt(values.length)];
    }
}
