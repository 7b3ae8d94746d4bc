package dev.breakwater.rollout;

import dev.breakwater.generation.Bars;
import dev.breakwater.generation.Generation;
import dev.breakwater.generation.GenerationId;
import dev.breakwater.generation.Generations;
import dev.breakwater.generation.QuarantineGuard;
import dev.breakwater.generation.Resolution;
import dev.breakwater.generation.Resolving;
import dev.breakwater.rollout.engine.plan.Excluded;
import dev.breakwater.rollout.engine.plan.PlannedHost;
import dev.breakwater.rollout.store.CandidateStore.CandidateRow;
import dev.breakwater.rollout.store.ConflictStore;
import dev.breakwater.rollout.store.PlanStore;
import dev.breakwater.rollout.store.RolloutRow;
import java.util.ArrayList;
import java.util.Collection;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.Set;
import java.util.UUID;
import java.util.stream.Collectors;
import org.jspecify.annotations.Nullable;
import org.springframework.stereotype.Component;

/**
 * Writes newcomers down a batch at a time: who joins, and why another may not. Nobody is there to be asked, so that whatever would
 * refuse a plan leaves single hosts out here. Serves one wave, in one thread.
 */
final class Muster {
    private static final int BATCH = 5_000;

    private final RolloutRow row;
    private final int wave;
    private final Asked asked;
    private final PlanStore plans;
    private final Shortfall shortfall = new Shortfall();
    private final List<CandidateRow> batch = new ArrayList<>();
    private int joined;
    private int left;

    Muster(RolloutRow row, int wave, Asked asked, PlanStore plans) {
        this.row = row;
        this.wave = wave;
        this.asked = asked;
        this.plans = plans;
    }

    /** What every plan asks of generations, quarantines and conflicts. */
    @Component
    record Questions(Generations generations, QuarantineGuard guard, ConflictStore conflicts) {
        Asked of(GenerationId id) {
            return new Asked(this, generations.find(id).orElseThrow(), generations.resolving(id));
        }
    }

    /** The same of one generation. */
    record Asked(Questions questions, Generation generation, Resolving resolving) {
        Map<UUID, Resolution> resolve(Collection<CandidateRow> rows) {
            var named = resolving.named(rows.stream().map(CandidateRow::name).toList());
            return rows.stream()
                    .collect(Collectors.toMap(
                            CandidateRow::id,
                            row -> Resolving.of(named.get(row.name()), resolving.bySelector(row.labels()))));
        }

        Bars bars(Collection<Resolution> resolutions) {
            var refs = resolutions.stream()
                    .map(Muster::ref)
                    .filter(Objects::nonNull)
                    .distinct()
                    .toList();
            return questions.guard().of(generation.id(), refs);
        }
    }

    int joined() {
        return joined;
    }

    int left() {
        return left;
    }

    void add(CandidateRow host) {
        batch.add(host);
        if (batch.size() == BATCH) {
            flush();
        }
    }

    void done() {
        if (!batch.isEmpty()) {
            flush();
        }
    }

    private void flush() {
        var resolutions = asked.resolve(batch);
        var obstacles = new Obstacles(
                asked.bars(resolutions.values()),
                asked.questions()
                        .conflicts()
                        .among(batch.stream().map(CandidateRow::id).toList()));
        var joining = new ArrayList<PlannedHost>();
        var excluded = new ArrayList<Excluded>();
        for (var host : batch) {
            var resolution = Objects.requireNonNull(resolutions.get(host.id()));
            var why = exclusion(host, resolution, obstacles);
            var to = ref(resolution);
            if (why == null && to != null) {
                joining.add(new PlannedHost(host.id(), host.name(), host.currentRef(), to));
            } else {
                excluded.add(new Excluded(host.id(), host.name(), Objects.requireNonNullElse(why, "")));
            }
        }
        plans.enlist(row.id(), wave, joining, asked.generation().platform().needsBoot());
        plans.exclude(row.id(), excluded);
        joined += joining.size();
        left += excluded.size();
        batch.clear();
    }

    private record Obstacles(Bars bars, Set<UUID> conflicts) {}

    private @Nullable String exclusion(CandidateRow host, Resolution resolution, Obstacles obstacles) {
        var unfit = Exclusion.of(host, asked.generation());
        if (unfit.isPresent()) {
            return unfit.get();
        }
        var to = ref(resolution);
        if (to == null) {
            return shortfall.of(host, resolution);
        }
        var runs = Exclusion.runs(host, to, asked.generation());
        if (runs.isPresent()) {
            return runs.get();
        }
        if (host.ownerId() != null) {
            return "belongs to running rollout " + host.ownerName();
        }
        return obstacles.conflicts().contains(host.id())
                ? "is in conflict after a restore of the database"
                : obstacles
                        .bars()
                        .barring(to, host.labels())
                        .map(Bars.Bar::sentence)
                        .orElse(null);
    }

    private static @Nullable String ref(Resolution resolution) {
        return resolution instanceof Resolution.One(var ref) ? ref : null;
    }
}
