package dev.breakwater.rollout;

import dev.breakwater.rollout.RolloutView.ApprovalView;
import dev.breakwater.rollout.RolloutView.DependencyView;
import dev.breakwater.rollout.RolloutView.WaveView;
import dev.breakwater.rollout.States.State;
import dev.breakwater.rollout.Waits.Standing;
import dev.breakwater.rollout.engine.HostState;
import dev.breakwater.rollout.engine.Outside;
import dev.breakwater.rollout.engine.Rollout;
import dev.breakwater.rollout.engine.Waiting;
import dev.breakwater.rollout.engine.Wave;
import dev.breakwater.rollout.engine.evidence.EvidenceMeter;
import dev.breakwater.rollout.store.WaveRow;
import java.time.Instant;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.UUID;
import java.util.stream.IntStream;
import org.jspecify.annotations.Nullable;

/** Shapes of what the engine sees. */
final class Views {
    private Views() {}

    static RolloutView rollout(State state, Standing standing) {
        var row = state.row();
        var waiting = standing.waiting(Waiting.of(state.rollout(), state.now()));
        return new RolloutView(
                row.id(),
                row.name(),
                row.phase().name(),
                currentWave(state.rollout()),
                row.generationId(),
                row.selector(),
                row.planHash(),
                row.reason(),
                waitingFor(state, waiting),
                standing.closed() == null ? nextCheck(state, waiting) : waiting.nextCheckAt(),
                waves(state),
                row.startedAt(),
                row.finishedAt(),
                row.createdAt(),
                row.createdBy(),
                approvals(state),
                dependencies(state.rollout().outside()),
                row.supersededBy(),
                state.spec(),
                EvidenceMeter.of(
                        state.rollout().tally(),
                        state.rollout().policy().trial().expectedFailureRate()),
                standing.override(),
                row.revision());
    }

    /** Also the person who has to decide about hosts in conflict, however far the rollout is. */
    static @Nullable String waitingFor(State state, Waiting waiting) {
        var waits = waiting.waitingFor();
        return waits == null || state.conflicts() == 0
                ? waits
                : "%s; a person to decide about %s in conflict after a restore of the database"
                        .formatted(waits, state.conflicts() == 1 ? "1 host" : state.conflicts() + " hosts");
    }

    static List<ApprovalView> approvals(State state) {
        return state.approvals().stream()
                .map(given -> new ApprovalView(
                        given.wave(),
                        given.actor(),
                        given.at(),
                        given.expiresAt(),
                        given.reason(),
                        given.voidAt(state.now())))
                .toList();
    }

    private static List<DependencyView> dependencies(Outside outside) {
        return outside.dependencies().stream()
                .map(it -> new DependencyView(UUID.fromString(it.id()), it.name(), it.phase(), it.soak(), it.metAt()))
                .toList();
    }

    /** What is armed, where something is; else what the engine would arm. */
    static @Nullable Instant nextCheck(State state, Waiting waiting) {
        if (state.row().phase().isTerminal()) {
            return null;
        }
        var armed = state.row().wakeAt();
        return armed == null ? waiting.nextCheckAt() : armed;
    }

    static @Nullable String currentWave(Rollout rollout) {
        var wave = rollout.currentWave();
        return wave.isPresent() ? rollout.waves().get(wave.getAsInt()).name() : null;
    }

    private static List<WaveView> waves(State state) {
        return IntStream.range(0, state.waves().size())
                .mapToObj(wave ->
                        wave(state.waves().get(wave), state.rollout().waves().get(wave)))
                .toList();
    }

    private static WaveView wave(WaveRow row, Wave wave) {
        var budget = wave.policy().budget().maxFailed().of(row.hosts());
        return new WaveView(
                row.name(),
                row.state().name(),
                wave.policy().size().toString(),
                row.hosts(),
                counts(wave),
                budget,
                row.openedAt(),
                row.soakUntil(),
                row.verdict());
    }

    private static Map<String, Integer> counts(Wave wave) {
        var counts = new LinkedHashMap<String, Integer>();
        for (var state : HostState.values()) {
            counts.put(camel(state), wave.counts().of(state));
        }
        return counts;
    }

    private static String camel(HostState state) {
        return switch (state) {
            case ROLLING_BACK -> "rollingBack";
            case ROLLED_BACK -> "rolledBack";
            case PENDING, DEFERRED, OFFERED, CLAIMED, SETTLED, FAILED, SILENT, SKIPPED, HELD ->
                state.name().toLowerCase(Locale.ROOT);
        };
    }
}
