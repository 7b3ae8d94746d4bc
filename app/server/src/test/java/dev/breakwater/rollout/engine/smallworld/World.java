package dev.breakwater.rollout.engine.smallworld;

import dev.breakwater.rollout.engine.Counts;
import dev.breakwater.rollout.engine.Counts.Facts;
import dev.breakwater.rollout.engine.Directive;
import dev.breakwater.rollout.engine.HostState;
import dev.breakwater.rollout.engine.Phase;
import dev.breakwater.rollout.engine.Phase.AwaitingApproval;
import dev.breakwater.rollout.engine.Phase.Draft;
import dev.breakwater.rollout.engine.Phase.Ended;
import dev.breakwater.rollout.engine.Phase.Enlisting;
import dev.breakwater.rollout.engine.Phase.Halted;
import dev.breakwater.rollout.engine.Phase.Pausable;
import dev.breakwater.rollout.engine.Phase.Paused;
import dev.breakwater.rollout.engine.Phase.Rolling;
import dev.breakwater.rollout.engine.Phase.RollingBack;
import dev.breakwater.rollout.engine.Phase.Scheduled;
import dev.breakwater.rollout.engine.Phase.Soaking;
import dev.breakwater.rollout.engine.Rollout;
import dev.breakwater.rollout.engine.Wave;
import dev.breakwater.rollout.engine.WaveState;
import dev.breakwater.rollout.engine.policy.Policy;
import dev.breakwater.rollout.engine.smallworld.Outer.Other;
import java.time.Duration;
import java.time.Instant;
import java.util.ArrayList;
import java.util.Collections;
import java.util.EnumMap;
import java.util.List;
import java.util.Map;

/**
 * Everything there is: one rollout of two waves, three hosts (the first one is the canary), at most one letter under way. Where newcomers
 * join, the third host may be one, in a wave of its own. Time stands
 * still at NOON: clocks run out by moves of their own, so that worlds which differ only in the time are one.
 */
record World(Phase phase, List<Row> rows, List<Host> hosts, Post post, Flags flags, Outer outer) {

    static final Instant NOON = Instant.parse("2026-11-23T12:00:00Z");
    static final Duration SOAK = Duration.ofMinutes(10);
    static final Duration DEADLINE = Duration.ofMinutes(30);

    /** A wave's row. */
    record Row(WaveState state, Directive directive, boolean opened, Listed listed) {}

    /** Whether the hosts that join a wave were listed, and whether there was one. */
    enum Listed {
        NOT_YET,
        NOBODY,
        ONE
    }

    /** A letter that may arrive late, twice or never. */
    record Post(int host, Letter letter) {
        static final Post NONE = new Post(-1, Letter.IDLE);
    }

    record Flags(boolean quarantined, boolean takenBackBefore) {}

    static World draft(Policy policy, Other other) {
        Row row = new Row(WaveState.PENDING, Directive.WAIT, false, Listed.NOT_YET);
        List<Host> hosts = List.of(Host.fresh(), Host.fresh(), Host.fresh());
        List<Row> rows = Collections.nCopies(policy.waves().size(), row);
        return new World(new Draft(), rows, hosts, Post.NONE, new Flags(false, false), new Outer(false, false, other));
    }

    int waveOf(int host) {
        return Math.min(host, rows.size() - 1);
    }

    /** As the shell lists those that join a wave: all that is random is whether there is somebody. */
    World listing(int wave, Listed listed) {
        List<Row> changed = new ArrayList<>(rows);
        Row row = rows.get(wave);
        changed.set(wave, new Row(row.state(), row.directive(), row.opened(), listed));
        return new World(phase, changed, hosts, post, flags, outer);
    }

    private boolean isThere(int host) {
        return waveOf(host) < 2 || rowOf(host).listed() == Listed.ONE;
    }

    Row rowOf(int host) {
        return rows.get(waveOf(host));
    }

    HostState standing(int host) {
        return hosts.get(host).standing(rowOf(host).directive());
    }

    /** As the shell rebuilds it from rows. */
    Rollout rollout(Policy policy) {
        List<Wave> waves = new ArrayList<>();
        for (int i = 0; i < rows.size(); i++) {
            Row row = rows.get(i);
            Instant opened = row.opened() ? NOON : null;
            waves.add(new Wave(policy.waves().get(i), row.state(), row.directive(), counts(i), opened, null)
                    .enlisted(row.listed() != Listed.NOT_YET));
        }
        return new Rollout(policy, phase, waves, outer.outside());
    }

    Counts counts(int wave) {
        Map<HostState, Integer> states = new EnumMap<>(HostState.class);
        int touched = 0;
        int owed = 0;
        int failed = 0;
        boolean timed = false;
        for (int i = 0; i < hosts.size(); i++) {
            if (waveOf(i) == wave && isThere(i)) {
                Host host = hosts.get(i);
                HostState standing = standing(i);
                boolean back = standing == HostState.ROLLING_BACK;
                states.merge(standing, 1, Integer::sum);
                touched += host.touched() ? 1 : 0;
                owed += back && host.owed() ? 1 : 0;
                failed += back && host.rollbackFailed() ? 1 : 0;
                timed |= canMiss(i);
            }
        }
        return new Counts(states, new Facts(touched, owed, failed, timed ? NOON.plus(DEADLINE) : null, null));
    }

    /** Whether a deadline runs for the host. */
    boolean canMiss(int host) {
        Row row = rowOf(host);
        boolean watched = row.state() == WaveState.OPEN || row.state() == WaveState.SOAKING;
        return switch (standing(host)) {
            case OFFERED, CLAIMED -> row.directive() == Directive.OFFER;
            case SETTLED -> row.directive() == Directive.OFFER && watched;
            case ROLLING_BACK ->
                row.directive() == Directive.ROLLBACK && !hosts.get(host).owed();
            case PENDING, DEFERRED, FAILED, SILENT, ROLLED_BACK, SKIPPED, HELD -> false;
        };
    }

    World with(int index, Host host) {
        List<Host> changed = new ArrayList<>(hosts);
        changed.set(index, host);
        return new World(phase, rows, changed, post, flags, outer);
    }

    World posting(Post post) {
        return new World(phase, rows, hosts, post, flags, outer);
    }

    World amid(Outer outer) {
        return new World(phase, rows, hosts, post, flags, outer);
    }

    /** Two hosts of the same wave are interchangeable, a soak always has its whole time before it, and reasons decide nothing. */
    World canonical() {
        boolean swap = rows.size() == 2 && Host.ORDER.compare(hosts.get(1), hosts.get(2)) > 0;
        List<Host> ordered = swap ? List.of(hosts.get(0), hosts.get(2), hosts.get(1)) : List.copyOf(hosts);
        Post moved = swap && post.host() > 0 ? new Post(3 - post.host(), post.letter()) : post;
        return new World(timeless(phase), rows, ordered, moved, flags, outer);
    }

    private static Phase timeless(Phase phase) {
        return switch (phase) {
            case Pausable running -> timeless(running);
            case Paused paused -> new Paused(timeless(paused.resume()), paused.reason(), "");
            case RollingBack back -> new RollingBack(back.wave(), "");
            case Halted halted -> new Halted(halted.wave(), halted.takingBack(), "");
            case Draft _, Ended _ -> phase;
        };
    }

    private static Pausable timeless(Pausable phase) {
        return switch (phase) {
            case Soaking soaking -> new Soaking(soaking.wave(), NOON.plus(SOAK));
            case Scheduled _, Rolling _, Enlisting _, AwaitingApproval _ -> phase;
        };
    }
}
