package dev.breakwater.rollout;

import dev.breakwater.generation.Bars;
import dev.breakwater.generation.Generation;
import dev.breakwater.generation.QuarantineGuard;
import dev.breakwater.generation.Resolution;
import dev.breakwater.generation.Resolving;
import dev.breakwater.rollout.Planning.Wish;
import dev.breakwater.rollout.RolloutRequest.MissingArtifact;
import dev.breakwater.rollout.RolloutRequest.Overlap;
import dev.breakwater.rollout.engine.plan.Candidate;
import dev.breakwater.rollout.engine.plan.Roster;
import dev.breakwater.rollout.engine.plan.Traits;
import dev.breakwater.rollout.store.CandidateStore.CandidateRow;
import java.util.ArrayList;
import java.util.HashSet;
import java.util.IdentityHashMap;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.Set;
import org.jspecify.annotations.Nullable;

/**
 * Makes candidates of hosts, a batch at a time: what is kept of a host is what its plan needs. Labels are looked at once for all hosts
 * that share them. Serves one plan, in one thread.
 */
final class Gathering {
    private static final int BATCH = 5_000;
    private static final int ALIKE_MAX = 20_000;

    private final Wish wish;
    private final Sources sources;
    private final Traiting traits;
    private final Pool<String> refs = new Pool<>();
    private final IdentityHashMap<Map<String, String>, Alike> known = new IdentityHashMap<>();
    private final List<CandidateRow> batch = new ArrayList<>(BATCH);
    private final Roster roster = new Roster();
    private final Owned owned = new Owned();
    private final Shortfall shortfall = new Shortfall();
    private Set<String> barredBy = Set.of();
    private Bars bars = new Bars(List.of());
    private boolean someListen;
    private @Nullable GenerationQuarantined refusal;

    Gathering(Wish wish, Sources sources) {
        this.wish = wish;
        this.sources = sources;
        this.traits = new Traiting(wish.spec().policy());
    }

    /** What is asked about hosts. */
    record Sources(Generation generation, Resolving resolving, QuarantineGuard guard, Bindings bindings) {}

    /** What the labels of a host say. */
    private record Alike(Traits traits, List<String> refs, int binding) {}

    void add(CandidateRow row) {
        batch.add(row);
        if (batch.size() == BATCH) {
            flush();
        }
    }

    Roster done() {
        flush();
        if (wish.spec().missingArtifact() == MissingArtifact.REJECT) {
            shortfall.refuse();
        }
        if (refusal != null) {
            throw refusal;
        }
        return roster;
    }

    /** Hosts of the plan, or left out of it, that another running rollout steers. */
    Owned owned() {
        return owned;
    }

    /** Whether any of them still listens to a rollout, be it over or not. */
    boolean someListen() {
        return someListen;
    }

    private record Meant(CandidateRow row, String to) {}

    private void flush() {
        var named =
                sources.resolving().named(batch.stream().map(CandidateRow::name).toList());
        var meant = new ArrayList<Meant>(batch.size());
        for (var row : batch) {
            var alike = alike(row.labels());
            var resolution = Resolving.of(named.get(row.name()), alike.refs());
            var to = resolution instanceof Resolution.One(var one) ? refs.one(one) : null;
            var exclusion = exclusion(row, resolution, to);
            sources.bindings().add(roster.size(), alike.binding());
            roster.add(candidate(row, to, exclusion, alike.traits()));
            someListen |= row.listening();
            if (exclusion == null && to != null) {
                meant.add(new Meant(row, to));
            }
        }
        notice(meant);
        batch.clear();
    }

    private Alike alike(Map<String, String> labels) {
        var same = known.get(labels);
        if (same != null) {
            return same;
        }
        var alike = new Alike(
                traits.of(labels),
                sources.resolving().bySelector(labels),
                sources.bindings().number(labels));
        if (known.size() < ALIKE_MAX) {
            known.put(labels, alike);
        }
        return alike;
    }

    private @Nullable String exclusion(CandidateRow row, Resolution resolution, @Nullable String to) {
        var unfit = Exclusion.of(row, sources.generation());
        if (unfit.isPresent()) {
            return unfit.get();
        }
        if (to == null) {
            return shortfall.of(row, resolution);
        }
        var runs = Exclusion.runs(row, to, sources.generation());
        if (runs.isPresent()) {
            return runs.get();
        }
        var owner = row.ownerId();
        if (owner != null) {
            owned.add(row.name(), owner, row.ownerName());
            if (wish.spec().overlap() == Overlap.EXCLUDE) {
                return "belongs to running rollout " + row.ownerName();
            }
        }
        return null;
    }

    private void notice(List<Meant> meant) {
        if (refusal != null || meant.isEmpty()) {
            return;
        }
        var targets = new HashSet<String>();
        meant.forEach(each -> targets.add(each.to()));
        if (!targets.equals(barredBy)) {
            bars = sources.guard().of(sources.generation().id(), targets);
            barredBy = targets;
        }
        if (!bars.bars().isEmpty()) {
            meant.stream()
                    .flatMap(each -> bars.barring(each.to(), each.row().labels()).stream())
                    .findFirst()
                    .ifPresent(bar -> refusal = new GenerationQuarantined(bar));
        }
    }

    private static Candidate candidate(
            CandidateRow row, @Nullable String to, @Nullable String exclusion, Traits traits) {
        return new Candidate(
                row.id(), row.name(), from(row, to), to == null ? "" : to, exclusion, traits, row.silent());
    }

    /** One that has switched and not booted yet still runs what it booted. */
    private static @Nullable String from(CandidateRow row, @Nullable String to) {
        return Objects.equals(row.currentRef(), to) ? row.bootedRef() : row.currentRef();
    }
}
