package dev.breakwater.rollout;

import dev.breakwater.generation.Generation;
import dev.breakwater.generation.Generations;
import dev.breakwater.generation.HostForPlan;
import dev.breakwater.generation.QuarantineGuard;
import dev.breakwater.generation.Resolution;
import dev.breakwater.host.HostId;
import dev.breakwater.rollout.Planning.Wish;
import dev.breakwater.rollout.RolloutRequest.MissingArtifact;
import dev.breakwater.rollout.RolloutRequest.Overlap;
import dev.breakwater.rollout.engine.plan.Candidate;
import dev.breakwater.rollout.store.CandidateStore.CandidateRow;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.HashSet;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.UUID;
import org.jspecify.annotations.Nullable;

/** Makes candidates of hosts, a batch at a time: what is kept of a host is what its plan needs. Serves one plan, in one thread. */
final class Gathering {
    private static final int BATCH = 5_000;

    private final Wish wish;
    private final Generation generation;
    private final Generations generations;
    private final QuarantineGuard guard;
    private final Traiting traits;
    private final boolean bindsHosts;
    private final List<CandidateRow> bound = new ArrayList<>();
    private final Pool<Map<String, String>> labels = new Pool<>();
    private final Pool<String> refs = new Pool<>();
    private final List<CandidateRow> batch = new ArrayList<>(BATCH);
    private final List<Candidate> candidates = new ArrayList<>();
    private final List<CandidateRow> owned = new ArrayList<>();
    private final Shortfall shortfall = new Shortfall();
    private @Nullable GenerationQuarantined refusal;

    Gathering(Wish wish, Generation generation, Generations generations, QuarantineGuard guard, boolean bindsHosts) {
        this.wish = wish;
        this.generation = generation;
        this.generations = generations;
        this.guard = guard;
        this.bindsHosts = bindsHosts;
        this.traits = new Traiting(wish.spec().policy());
    }

    void add(CandidateRow row) {
        batch.add(row);
        if (batch.size() == BATCH) {
            flush();
        }
    }

    List<Candidate> done() {
        flush();
        if (wish.spec().missingArtifact() == MissingArtifact.REJECT) {
            shortfall.refuse();
        }
        if (refusal != null) {
            throw refusal;
        }
        return candidates;
    }

    /** Hosts of the plan, or left out of it, that another running rollout steers. */
    List<CandidateRow> owned() {
        return owned;
    }

    /** The hosts to be moved with their labels; none unless calendars ask for them. */
    List<CandidateRow> bound() {
        return bound;
    }

    private void flush() {
        var resolutions = resolve();
        var meant = new ArrayList<CandidateRow>();
        var to = new HashMap<UUID, String>();
        for (var row : batch) {
            var resolution = resolutions.get(row.id());
            var ref = resolution instanceof Resolution.One(var one) ? refs.one(one) : null;
            var exclusion = exclusion(row, resolution, ref);
            candidates.add(candidate(row, ref, exclusion));
            if (exclusion == null && ref != null) {
                meant.add(row);
                to.put(row.id(), ref);
            }
            if (bindsHosts && exclusion == null) {
                bound.add(row.labelled(labels.one(row.labels())));
            }
        }
        notice(meant, to);
        batch.clear();
    }

    private Map<UUID, Resolution> resolve() {
        var hosts = batch.stream()
                .filter(row -> Exclusion.of(row, generation).isEmpty())
                .map(row -> new HostForPlan(new HostId(row.id()), row.name(), row.labels()))
                .toList();
        var resolutions = new HashMap<UUID, Resolution>();
        generations
                .resolve(wish.generationId(), hosts)
                .forEach((host, resolution) -> resolutions.put(host.value(), resolution));
        hosts.forEach(host -> resolutions.putIfAbsent(host.id().value(), new Resolution.None()));
        return resolutions;
    }

    private @Nullable String exclusion(CandidateRow row, @Nullable Resolution resolution, @Nullable String to) {
        var unfit = Exclusion.of(row, generation);
        if (unfit.isPresent() || resolution == null) {
            return unfit.orElse("");
        }
        if (to == null) {
            return shortfall.of(row, resolution);
        }
        var runs = Exclusion.runs(row, to, generation);
        if (runs.isPresent()) {
            return runs.get();
        }
        if (row.ownerId() != null) {
            owned.add(row.labelled(Map.of()));
            if (wish.spec().overlap() == Overlap.EXCLUDE) {
                return "belongs to running rollout " + row.ownerName();
            }
        }
        return null;
    }

    private void notice(List<CandidateRow> meant, Map<UUID, String> to) {
        if (refusal != null || meant.isEmpty()) {
            return;
        }
        var bars = guard.of(generation.id(), new HashSet<>(to.values()));
        meant.stream()
                .flatMap(row -> bars.barring(to.getOrDefault(row.id(), ""), row.labels()).stream())
                .findFirst()
                .ifPresent(bar -> refusal = new GenerationQuarantined(bar));
    }

    private Candidate candidate(CandidateRow row, @Nullable String to, @Nullable String exclusion) {
        return new Candidate(
                row.id(),
                row.name(),
                from(row, to),
                to == null ? "" : to,
                exclusion == null ? null : refs.one(exclusion),
                traits.of(row.labels()),
                row.silent());
    }

    /** One that has switched and not booted yet still runs what it booted. */
    private @Nullable String from(CandidateRow row, @Nullable String to) {
        var from = Objects.equals(row.currentRef(), to) ? row.bootedRef() : row.currentRef();
        return from == null ? null : refs.one(from);
    }
}
