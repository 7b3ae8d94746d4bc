package dev.breakwater.rollout.engine.smallworld;

import dev.breakwater.rollout.engine.Cause;
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
import dev.breakwater.rollout.engine.Decision;
import dev.breakwater.rollout.engine.Directive;
import dev.breakwater.rollout.engine.Engine;
import dev.breakwater.rollout.engine.Event;
import dev.breakwater.rollout.engine.Event.Retry;
import dev.breakwater.rollout.engine.HostState;
import dev.breakwater.rollout.engine.Laws;
import dev.breakwater.rollout.engine.Outcome.Moved;
import dev.breakwater.rollout.engine.Phase.RollingBack;
import dev.breakwater.rollout.engine.Rollout;
import dev.breakwater.rollout.engine.Wave;
import dev.breakwater.rollout.engine.policy.Policy;
import dev.breakwater.rollout.engine.policy.RollbackPolicy;
import dev.breakwater.rollout.engine.proof.HostTurn;
import dev.breakwater.rollout.engine.proof.Orders;
import dev.breakwater.rollout.engine.proof.Proof;
import dev.breakwater.rollout.engine.proof.ProofResult;
import dev.breakwater.rollout.engine.proof.ReportFacts;
import dev.breakwater.rollout.engine.proof.Target;
import dev.breakwater.rollout.engine.smallworld.Outer.Other;
import dev.breakwater.rollout.engine.smallworld.World.Flags;
import dev.breakwater.rollout.engine.smallworld.World.Listed;
import dev.breakwater.rollout.engine.smallworld.World.Post;
import dev.breakwater.rollout.engine.smallworld.World.Row;
import java.time.Instant;
import java.util.ArrayList;
import java.util.List;
import java.util.UUID;
import java.util.stream.Stream;

/** A model of the shell around the real engine and the real proof: what it does to rows, and nothing more. */
record Shell(Policy policy, int claimsMax, Extent extent) {

    /** A world cannot have everything and stay small: all verbs, or few and something else to go wrong. */
    enum Extent {
        ALL_VERBS,
        FEW_VERBS,
        LATE_LETTERS,
        /** Two people must approve, their word expires, and another rollout comes first. */
        PEOPLE,
        /** Hosts are skipped. */
        SKIPS
    }

    private static final Target TARGET = new Target("new", "old", false);

    /** One transaction. Where a wave opens, any of its hosts may be found offline: hence several worlds. */
    List<World> decide(World before, Event event, Instant now) {
        Rollout rollout = before.rollout(policy);
        Decision decision = Engine.decide(rollout, event, now);
        Laws.hold(rollout, event, decision, now);
        Invariants.rolledBackAtMostOnceByItself(before, decision);
        if (decision.commands().isEmpty() && decision.next().phase().equals(before.phase())) {
            return List.of();
        }
        List<Row> rows = rows(before, decision.next());
        Flags flags = flags(before.flags(), event, decision);
        World after = new World(decision.next().phase(), rows, before.hosts(), before.post(), flags, before.outer());
        List<World> worlds = List.of(after);
        for (var command : decision.commands()) {
            worlds = switch (command) {
                case Direct direct ->
                    worlds.stream()
                            .flatMap(w -> steer(before, w, direct).stream())
                            .toList();
                case Enlist(int wave) ->
                    worlds.stream().flatMap(world -> enlist(world, wave)).toList();
                case RetryHosts(int wave) ->
                    worlds.stream().map(world -> retry(world, wave)).toList();
                case SkipHost(UUID host) ->
                    worlds.stream().map(world -> skip(world, host)).toList();
                case RecordApproval(int _, Cause cause, Instant _) ->
                    worlds.stream()
                            .map(world -> world.amid(world.outer().approvedBy(cause.actor(), true)))
                            .toList();
                case VoidApprovals _ ->
                    worlds.stream()
                            .map(world -> world.amid(
                                    new Outer(false, false, world.outer().other())))
                            .toList();
                case Quarantine _, WakeAt _, Release _, AskGates _ -> worlds;
            };
        }
        return worlds;
    }

    private static List<Row> rows(World before, Rollout next) {
        List<Row> rows = new ArrayList<>();
        for (Wave wave : next.waves()) {
            Listed listed = before.rows().get(rows.size()).listed();
            rows.add(new Row(wave.state(), wave.directive(), wave.opened(), listed));
        }
        return rows;
    }

    /** Done, with somebody or nobody; or not yet, because another plan is being written. */
    private static Stream<World> enlist(World world, int wave) {
        return Stream.of(world, world.listing(wave, Listed.NOBODY), world.listing(wave, Listed.ONE));
    }

    /** Whoever retries what failed has released the generation first. */
    private static Flags flags(Flags flags, Event event, Decision decision) {
        boolean quarantines = decision.commands().stream().anyMatch(Quarantine.class::isInstance);
        boolean takesBack = decision.outcome() instanceof Moved moved
                && moved.transitions().stream()
                        .anyMatch(step -> step.to() instanceof RollingBack
                                && step.cause().actor().equals(Cause.ENGINE));
        boolean quarantined = quarantines || (flags.quarantined() && !(event instanceof Retry));
        return new Flags(quarantined, flags.takenBackBefore() || takesBack);
    }

    /** A fresh epoch: whatever was heard or written under the last one is late. */
    private List<World> steer(World before, World world, Direct direct) {
        boolean first = direct.directive() == Directive.OFFER
                && !before.rows().get(direct.wave()).opened();
        List<World> worlds = new ArrayList<>(List.of(world));
        for (int i = 0; i < world.hosts().size(); i++) {
            if (world.waveOf(i) == direct.wave()) {
                int host = i;
                worlds.replaceAll(each -> outdate(each, host));
                if (first) {
                    worlds.addAll(worlds.stream()
                            .map(each -> each.with(host, each.hosts().get(host).deferred(true)))
                            .toList());
                }
            }
        }
        return worlds;
    }

    private World outdate(World world, int index) {
        Invariants.late(this, world, index);
        World outdated = world.with(index, world.hosts().get(index).owing(false));
        return world.post().host() == index ? outdated.posting(Post.NONE) : outdated;
    }

    private static World retry(World world, int wave) {
        World retried = world;
        for (int i = 0; i < world.hosts().size(); i++) {
            if (world.waveOf(i) == wave) {
                retried = retried.with(
                        i, world.hosts().get(i).retried(world.rowOf(i).directive()));
            }
        }
        return retried;
    }

    private static World skip(World world, UUID id) {
        int index = (int) id.getLeastSignificantBits();
        Host host = world.hosts().get(index);
        return world.with(index, host.skipped());
    }

    static UUID id(int host) {
        return new UUID(0, host);
    }

    List<Event> verbs() {
        return switch (extent) {
            case ALL_VERBS -> Moves.VERBS;
            case FEW_VERBS, LATE_LETTERS -> Moves.FEW_VERBS;
            case PEOPLE -> Moves.VERBS_OF_PEOPLE;
            case SKIPS -> Moves.VERBS_BESIDE_SKIPS;
        };
    }

    Other other() {
        return extent == Extent.PEOPLE ? Other.ROLLING : Other.NONE;
    }

    boolean skips() {
        return extent == Extent.SKIPS;
    }

    boolean posts() {
        return extent == Extent.LATE_LETTERS;
    }

    boolean grants(World world, int index) {
        HostState standing = world.standing(index);
        boolean asked = standing == HostState.OFFERED || standing == HostState.SILENT || standing == HostState.CLAIMED;
        return world.rollout(policy).grantsClaims()
                && !world.flags().quarantined()
                && world.rowOf(index).directive() == Directive.OFFER
                && asked
                && (standing == HostState.CLAIMED || inFlight(world) < claimsMax);
    }

    static long inFlight(World world) {
        return world.hosts().stream()
                .filter(host -> host.stored() == HostState.CLAIMED)
                .count();
    }

    World deliver(World world, int index, Letter letter) {
        Host host = world.hosts().get(index);
        ProofResult result = weigh(world, index, letter.under(Letter.EPOCH), Letter.EPOCH);
        Invariants.proved(host, letter, result);
        return world.with(index, host.weighed(result));
    }

    ProofResult weigh(World world, int index, ReportFacts report, long epoch) {
        Host host = world.hosts().get(index);
        HostTurn turn = new HostTurn(host.stored(), host.touched(), TARGET, null, host.streak(), host.rollbackFailed());
        return Proof.weigh(
                turn,
                new Orders(world.rowOf(index).directive(), epoch, policy.trial().minHealthy()),
                report);
    }

    @Override
    public String toString() {
        RollbackPolicy rollback = policy.rollback();
        return "%s, scope %s, proofs %d, %s"
                .formatted(
                        rollback.onFailure(), rollback.scope(), policy.trial().minHealthy(), extent);
    }
}
