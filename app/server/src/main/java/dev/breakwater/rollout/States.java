package dev.breakwater.rollout;

import dev.breakwater.host.HostProperties;
import dev.breakwater.rollout.engine.Counts;
import dev.breakwater.rollout.engine.GateFact;
import dev.breakwater.rollout.engine.Rollout;
import dev.breakwater.rollout.engine.Wave;
import dev.breakwater.rollout.engine.policy.Policy;
import dev.breakwater.rollout.gate.GateSnapshots;
import dev.breakwater.rollout.store.ConflictStore;
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
    private final HostProperties hosts;
    private final ConflictStore conflicts;
    private final GateSnapshots gates;

    States(
            WaveStore waves,
            CountStore counts,
            SpecJson specs,
            HostProperties hosts,
            ConflictStore conflicts,
            GateSnapshots gates) {
        this.waves = waves;
        this.counts = counts;
        this.specs = specs;
        this.hosts = hosts;
        this.conflicts = conflicts;
        this.gates = gates;
    }

    State of(RolloutRow row, Instant now) {
        return of(List.of(row), now).getFirst();
    }

    /** Many by five statements. */
    List<State> of(Collection<RolloutRow> rows, Instant now) {
        var ids = rows.stream().map(RolloutRow::id).toList();
        var waveRows = waves.of(ids).stream().collect(Collectors.groupingBy(WaveRow::rolloutId));
        var counted = counts.count(ids, now, hosts.offlineAfter()).stream()
                .collect(Collectors.groupingBy(StateCount::rolloutId));
        var inConflict = conflicts.counts(ids);
        var heard = gates.facts(ids);
        return rows.stream()
                .map(row -> state(
                        row,
                        waveRows.getOrDefault(row.id(), List.of()),
                        counted.getOrDefault(row.id(), List.of()),
                        inConflict.getOrDefault(row.id(), 0),
                        now))
                .map(state -> state.hearing(heard.getOrDefault(state.row().id(), Map.of())))
                .toList();
    }

    private State state(RolloutRow row, List<WaveRow> waveRows, List<StateCount> counted, int conflicts, Instant now) {
        var spec = specs.read(row.spec());
        var policy = spec.policy();
        var rebuilt = waveRows.stream().map(wave -> wave(policy, wave, counted)).toList();
        return new State(row, spec, waveRows, new Rollout(policy, row.phase(), rebuilt), conflicts, now);
    }

    /** Before its start a rollout has no rows of hosts, only the size its waves would have. */
    private static Wave wave(Policy policy, WaveRow row, List<StateCount> counted) {
        var counts = counted.isEmpty() ? Counts.pending(row.hosts()) : CountStore.wave(counted, row.ordinal());
        return new Wave(
                policy.waves().get(row.ordinal()), row.state(), row.directive(), counts, row.openedAt(), row.verdict());
    }

    /** A rollout as kept, and the same as the engine sees it. {@code conflicts}: how many of its hosts are in conflict. */
    record State(RolloutRow row, RolloutSpec spec, List<WaveRow> waves, Rollout rollout, int conflicts, Instant now) {
        /** By wave. */
        State hearing(Map<Integer, List<GateFact>> gates) {
            return new State(row, spec, waves, rollout.hearing(gates), conflicts, now);
        }
    }
}
