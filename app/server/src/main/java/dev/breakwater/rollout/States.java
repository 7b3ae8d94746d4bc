package dev.breakwater.rollout;

import dev.breakwater.host.HostProperties;
import dev.breakwater.rollout.Outsides.Surroundings;
import dev.breakwater.rollout.engine.Counts;
import dev.breakwater.rollout.engine.GateFact;
import dev.breakwater.rollout.engine.Rollout;
import dev.breakwater.rollout.engine.Wave;
import dev.breakwater.rollout.engine.policy.Policy;
import dev.breakwater.rollout.gate.GateSnapshots;
import dev.breakwater.rollout.store.ApprovalStore.ApprovalRow;
import dev.breakwater.rollout.store.CountStore;
import dev.breakwater.rollout.store.CountStore.StateCount;
import dev.breakwater.rollout.store.RolloutRow;
import dev.breakwater.rollout.store.WaveRow;
import dev.breakwater.rollout.store.WaveStore;
import java.time.Instant;
import java.util.Collection;
import java.util.List;
import java.util.Map;
import java.util.stream.Collectors;
import org.springframework.stereotype.Component;

/** Rebuilds what the engine decides about from rows: nothing about a rollout is kept anywhere else. */
@Component
class States {
    private final WaveStore waves;
    private final CountStore counts;
    private final SpecJson specs;
    private final Outsides outsides;
    private final HostProperties hosts;
    private final GateSnapshots gates;

    States(
            WaveStore waves,
            CountStore counts,
            SpecJson specs,
            Outsides outsides,
            HostProperties hosts,
            GateSnapshots gates) {
        this.waves = waves;
        this.counts = counts;
        this.specs = specs;
        this.outsides = outsides;
        this.hosts = hosts;
        this.gates = gates;
    }

    State of(RolloutRow row, Instant now) {
        return of(List.of(row), now).getFirst();
    }

    /** For those who hold the rollout's row. */
    State underLock(RolloutRow row, Instant now) {
        counts.fold(row.id());
        return of(row, now);
    }

    /** Many by a handful of statements. */
    List<State> of(Collection<RolloutRow> rows, Instant now) {
        var ids = rows.stream().map(RolloutRow::id).toList();
        var waveRows = waves.of(ids).stream().collect(Collectors.groupingBy(WaveRow::rolloutId));
        var counted = counts.count(ids, now, hosts.offlineAfter()).stream()
                .collect(Collectors.groupingBy(StateCount::rolloutId));
        var read = rows.stream()
                .map(row -> new Read(
                        row,
                        specs.read(row.spec()),
                        waveRows.getOrDefault(row.id(), List.of()),
                        counted.getOrDefault(row.id(), List.of())))
                .toList();
        var surroundings = outsides.of(rows, read.stream().map(Read::spec).toList());
        var heard = gates.facts(ids);
        return read.stream()
                .map(each -> state(each, surroundings, now)
                        .hearing(heard.getOrDefault(each.row().id(), Map.of())))
                .toList();
    }

    private static State state(Read read, Surroundings surroundings, Instant now) {
        var policy = read.spec().steered();
        var rebuilt = read.waves().stream()
                .map(wave -> wave(policy, wave, read.counted()))
                .toList();
        var outside = surroundings.outside(read.row(), read.spec());
        var rollout = new Rollout(policy, read.row().phase(), rebuilt, outside);
        return new State(
                read.row(),
                read.spec(),
                read.waves(),
                surroundings.approvals(read.row()),
                rollout,
                surroundings.conflicts(read.row()),
                now);
    }

    /** Before its start a rollout has no rows of hosts, only the size its waves would have. */
    private static Wave wave(Policy policy, WaveRow row, List<StateCount> counted) {
        var counts = counted.isEmpty() ? Counts.pending(row.hosts()) : CountStore.wave(counted, row.ordinal());
        var met = row.openedAt() == null ? counts.touching(row.inherited()) : counts;
        return new Wave(
                        policy.waves().get(row.ordinal()),
                        row.state(),
                        row.directive(),
                        met,
                        row.openedAt(),
                        row.verdict())
                .enlisted(row.enlisted());
    }

    /** The rows of one rollout. */
    private record Read(RolloutRow row, RolloutSpec spec, List<WaveRow> waves, List<StateCount> counted) {}

    /** A rollout as kept, and the same as the engine sees it. {@code conflicts}: how many of its hosts are in conflict. */
    record State(
            RolloutRow row,
            RolloutSpec spec,
            List<WaveRow> waves,
            List<ApprovalRow> approvals,
            Rollout rollout,
            int conflicts,
            Instant now) {
        /** By wave. */
        State hearing(Map<Integer, List<GateFact>> gates) {
            return new State(row, spec, waves, approvals, rollout.hearing(gates), conflicts, now);
        }
    }
}
