package dev.breakwater.rollout.engine.fleet;

import dev.breakwater.rollout.engine.Approval;
import dev.breakwater.rollout.engine.Cause;
import dev.breakwater.rollout.engine.Command;
import dev.breakwater.rollout.engine.Command.AskGates;
import dev.breakwater.rollout.engine.Command.Direct;
import dev.breakwater.rollout.engine.Command.Enlist;
import dev.breakwater.rollout.engine.Command.Quarantine;
import dev.breakwater.rollout.engine.Command.RecordApproval;
import dev.breakwater.rollout.engine.Command.Release;
import dev.breakwater.rollout.engine.Command.RetryHosts;
import dev.breakwater.rollout.engine.Command.SkipHost;
import dev.breakwater.rollout.engine.Command.VoidApprovals;
import dev.breakwater.rollout.engine.Command.WakeAt;
import dev.breakwater.rollout.engine.Consent;
import dev.breakwater.rollout.engine.Counts;
import dev.breakwater.rollout.engine.Counts.Facts;
import dev.breakwater.rollout.engine.Decision;
import dev.breakwater.rollout.engine.Directive;
import dev.breakwater.rollout.engine.Engine;
import dev.breakwater.rollout.engine.Event;
import dev.breakwater.rollout.engine.GateFact;
import dev.breakwater.rollout.engine.HostState;
import dev.breakwater.rollout.engine.Laws;
import dev.breakwater.rollout.engine.Outside;
import dev.breakwater.rollout.engine.Rollout;
import dev.breakwater.rollout.engine.Wave;
import dev.breakwater.rollout.engine.WaveState;
import dev.breakwater.rollout.engine.policy.Limit;
import dev.breakwater.rollout.engine.policy.Policy;
import dev.breakwater.rollout.engine.proof.Orders;
import dev.breakwater.rollout.engine.proof.Proof;
import dev.breakwater.rollout.engine.proof.ReportFacts;
import dev.breakwater.rollout.engine.proof.Silence;
import java.time.Duration;
import java.time.Instant;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.Collections;
import java.util.EnumMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.UUID;

/** The shell as a model in memory, around the real engine and the real proof. What the database does by sets is done here by loops. */
final class Shell {

    static final Duration FRESH = Duration.ofMinutes(5);

    private final Policy policy;
    private final List<PlanRow> rows;
    private final List<List<PlanRow>> waves = new ArrayList<>();
    private final Errand errand;
    private final Newcomers newcomers;
    private final List<Approval> approvals = new ArrayList<>();
    private final long[] epochs;
    private final Instant[] directedAt;
    private Rollout rollout;
    private long lastEpoch;
    private boolean quarantined;
    private boolean stopped;
    private Optional<Instant> wakeAt = Optional.empty();

    Shell(Policy policy, List<PlanRow> rows, Errand errand, Newcomers newcomers) {
        this.policy = policy;
        this.rows = new ArrayList<>(rows);
        this.errand = errand;
        this.newcomers = newcomers;
        this.epochs = new long[policy.waves().size()];
        this.directedAt = new Instant[policy.waves().size()];
        Arrays.fill(directedAt, Simulation.START);
        for (int i = 0; i < epochs.length; i++) {
            int wave = i;
            waves.add(new ArrayList<>(
                    rows.stream().filter(row -> row.wave == wave).toList()));
        }
        this.rollout = Rollout.draft(policy, waves.stream().map(List::size).toList());
    }

    /** Those that join are added behind the others. */
    List<PlanRow> rows() {
        return Collections.unmodifiableList(rows);
    }

    Rollout rollout() {
        return rollout;
    }

    /** A person's word about a host that stands where it stands now. */
    Event skipping(PlanRow row, Cause cause) {
        return new Event.SkipHost(
                row.id, row.standing(rollout.waves().get(row.wave).directive()), cause);
    }

    Optional<Instant> wakeAt() {
        return wakeAt;
    }

    void stop(boolean stopped) {
        this.stopped = stopped;
    }

    boolean hasGates() {
        return policy.waves().stream()
                .anyMatch(wave -> !wave.clearance().gates().isEmpty());
    }

    /** What a gate said of every wave under way. */
    void hear(GateFact fact) {
        List<Wave> heard = rollout.waves().stream()
                .map(wave -> wave.policy().clearance().gates().isEmpty() ? wave : wave.hearing(List.of(fact)))
                .toList();
        rollout = new Rollout(policy, rollout.phase(), heard);
    }

    /** A person releases the generation before trying again. */
    void release() {
        quarantined = false;
    }

    Decision decide(Event event, Instant now) {
        sweep(now);
        Rollout counted = rollout.counting(countAll(now)).amid(outside(now));
        Decision decision = Engine.decide(counted, event, now);
        Laws.hold(counted, event, decision, now);
        rollout = decision.next();
        wakeAt = Optional.empty();
        decision.commands().forEach(command -> run(command, now));
        return decision;
    }

    private Outside outside(Instant now) {
        return new Outside(new Consent(approvals, Set.of(Person.AUTHOR)), errand.at(now));
    }

    private void run(Command command, Instant now) {
        switch (command) {
            case Direct(int wave, Directive _) -> direct(wave, now);
            case Quarantine _ -> quarantined = true;
            case RetryHosts(int wave) ->
                hosts(wave).forEach(row -> row.retry(rollout.waves().get(wave).directive(), now));
            case WakeAt(Instant at) -> wakeAt = Optional.of(at);
            case SkipHost(UUID host) ->
                rows.stream().filter(row -> row.id.equals(host)).forEach(PlanRow::skip);
            case RecordApproval(int wave, Cause cause, Instant expiresAt) ->
                approvals.add(new Approval(wave, cause.actor(), expiresAt));
            case VoidApprovals(int wave, String _) -> approvals.removeIf(approval -> approval.wave() == wave);
            case Enlist(int wave) -> newcomers.list(now).ifPresent(joining -> enlist(wave, joining, now));
            case Release _, AskGates _ -> {}
        }
    }

    private void enlist(int index, List<PlanRow> joining, Instant now) {
        joining.forEach(row -> row.join(now));
        rows.addAll(joining);
        hosts(index).addAll(joining);
        List<Wave> listed = new ArrayList<>(rollout.waves());
        listed.set(index, listed.get(index).enlisted(true));
        rollout = new Rollout(policy, rollout.phase(), listed);
    }

    /** Whoever is offline when its wave opens is deferred; nobody else's row is touched. */
    private void direct(int index, Instant now) {
        Wave wave = rollout.waves().get(index);
        lastEpoch++;
        epochs[index] = lastEpoch;
        directedAt[index] = now;
        if (wave.directive() == Directive.OFFER && wave.state() == WaveState.OPEN) {
            hosts(index).stream()
                    .filter(row -> row.reportedAt.isBefore(now.minus(FRESH)) && !row.touched)
                    .forEach(row -> row.deferred = true);
        }
    }

    Machine.Desired poll(PlanRow row, Instant now) {
        Wave wave = rollout.waves().get(row.wave);
        if (row.deferred && wave.admitsDeferred()) {
            row.deferred = false;
            row.since = now;
        }
        row.reportedAt = now;
        boolean skipped = row.stored == HostState.SKIPPED && wave.directive() == Directive.OFFER;
        boolean held = skipped || (!row.touched && (row.held || row.deleted));
        boolean untouchedBack = wave.directive() == Directive.ROLLBACK && !row.touched && !row.machine.runsNew();
        Directive told = row.deferred || held || untouchedBack ? Directive.WAIT : wave.directive();
        return new Machine.Desired(told, epochs[row.wave]);
    }

    boolean claim(PlanRow row, long epoch, Instant now) {
        Directive directive = rollout.waves().get(row.wave).directive();
        HostState standing = row.standing(directive);
        boolean asked = standing == HostState.OFFERED || standing == HostState.SILENT || standing == HostState.CLAIMED;
        if (epoch != epochs[row.wave] || directive != Directive.OFFER || !asked || quarantined) {
            return false;
        }
        if (standing == HostState.OFFERED) {
            row.since = since(row, directive).isAfter(now) ? row.since : now;
        }
        if (stopped || !rollout.grantsClaims() || (standing != HostState.CLAIMED && inFlight() >= limit())) {
            return false;
        }
        row.claim(now);
        boolean again = standing == HostState.CLAIMED;
        Laws.require(again || inFlight() <= limit(), "I2: more in flight than may be");
        return true;
    }

    /** Whether it changed what the host is taken for. */
    boolean report(PlanRow row, ReportFacts report, Instant now) {
        Directive directive = rollout.waves().get(row.wave).directive();
        Orders orders = new Orders(directive, epochs[row.wave], policy.trial().minHealthy());
        if (report.epoch() == null || report.epoch() != orders.epoch()) {
            return false;
        }
        return row.apply(Proof.weigh(row.turn(), orders, report), directive, now);
    }

    long inFlight() {
        return rows.stream().filter(row -> row.stored == HostState.CLAIMED).count();
    }

    int limit() {
        Limit limit = policy.limits().maxUnavailable();
        return limit == null ? Integer.MAX_VALUE : limit.of(rows.size());
    }

    private void sweep(Instant now) {
        for (PlanRow row : rows) {
            Wave wave = rollout.waves().get(row.wave);
            boolean due = due(row, wave).filter(at -> !at.isAfter(now)).isPresent();
            if (due && row.standing(wave.directive()) != HostState.ROLLING_BACK) {
                row.stored = HostState.SILENT;
            }
        }
    }

    private Optional<Instant> due(PlanRow row, Wave wave) {
        HostState standing = row.standing(wave.directive());
        boolean watched = wave.state() == WaveState.OPEN || wave.state() == WaveState.SOAKING;
        boolean runs = switch (wave.directive()) {
            case OFFER -> standing != HostState.SETTLED || watched;
            case ROLLBACK -> true;
            case WAIT, DONE -> false;
        };
        Duration deadline = wave.directive() == Directive.ROLLBACK
                ? policy.rollback().deadline()
                : wave.policy().deadline();
        return runs ? Silence.after(standing, since(row, wave.directive()), deadline) : Optional.empty();
    }

    private Instant since(PlanRow row, Directive directive) {
        Instant directed = directedAt[row.wave];
        return directive == Directive.ROLLBACK || directed.isAfter(row.since) ? directed : row.since;
    }

    private List<Counts> countAll(Instant now) {
        List<Counts> counts = new ArrayList<>();
        for (int i = 0; i < epochs.length; i++) {
            counts.add(count(rollout.waves().get(i), hosts(i), now));
        }
        return counts;
    }

    private Counts count(Wave wave, List<PlanRow> hosts, Instant now) {
        Map<HostState, Integer> states = new EnumMap<>(HostState.class);
        int touched = 0;
        int owed = 0;
        int stuck = 0;
        Instant next = null;
        Instant stale = null;
        for (PlanRow row : hosts) {
            HostState standing = row.standing(wave.directive());
            states.merge(standing, 1, Integer::sum);
            touched += row.touched ? 1 : 0;
            stuck += standing == HostState.ROLLING_BACK && row.rollbackFailed ? 1 : 0;
            Optional<Instant> due = due(row, wave);
            boolean past = due.filter(at -> !at.isAfter(now)).isPresent();
            owed += past && standing == HostState.ROLLING_BACK ? 1 : 0;
            next = past ? next : earlier(next, due.orElse(null));
            boolean quiet =
                    standing == HostState.SETTLED && row.reportedAt.plus(FRESH).isBefore(now);
            stale = quiet ? earlier(stale, row.reportedAt.plus(FRESH)) : stale;
        }
        return new Counts(states, new Facts(touched, owed, stuck, next, stale));
    }

    private static Instant earlier(Instant one, Instant other) {
        return one == null || (other != null && other.isBefore(one)) ? other : one;
    }

    private List<PlanRow> hosts(int wave) {
        return waves.get(wave);
    }
}
