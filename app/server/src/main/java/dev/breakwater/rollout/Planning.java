package dev.breakwater.rollout;

import dev.breakwater.generation.Generation;
import dev.breakwater.generation.GenerationId;
import dev.breakwater.generation.Generations;
import dev.breakwater.generation.HostForPlan;
import dev.breakwater.generation.QuarantineGuard;
import dev.breakwater.generation.Resolution;
import dev.breakwater.host.HostId;
import dev.breakwater.host.Selector;
import dev.breakwater.rollout.CalendarForecast.Forecast;
import dev.breakwater.rollout.RolloutRequest.MissingArtifact;
import dev.breakwater.rollout.RolloutRequest.Overlap;
import dev.breakwater.rollout.engine.plan.Candidate;
import dev.breakwater.rollout.engine.plan.Lint;
import dev.breakwater.rollout.engine.plan.Plan;
import dev.breakwater.rollout.engine.plan.PlanRequest;
import dev.breakwater.rollout.engine.plan.Planner;
import dev.breakwater.rollout.engine.policy.Policy;
import dev.breakwater.rollout.engine.policy.WaveSize;
import dev.breakwater.rollout.store.CandidateStore;
import dev.breakwater.rollout.store.CandidateStore.CandidateRow;
import dev.breakwater.web.InvalidField;
import java.time.Clock;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.HashSet;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.Set;
import java.util.UUID;
import java.util.stream.Stream;
import org.jspecify.annotations.Nullable;
import org.springframework.stereotype.Component;

/** Plans from the fleet as it is now. The same fleet and the same request give the same plan, whether previewed or started. */
@Component
class Planning {
    private final CandidateStore candidates;
    private final QuarantineGuard quarantines;
    private final Generations generations;
    private final CalendarRule calendars;
    private final CalendarForecast forecast;
    private final Clock clock;

    Planning(
            CandidateStore candidates,
            QuarantineGuard quarantines,
            Generations generations,
            CalendarRule calendars,
            CalendarForecast forecast,
            Clock clock) {
        this.candidates = candidates;
        this.quarantines = quarantines;
        this.generations = generations;
        this.calendars = calendars;
        this.forecast = forecast;
        this.clock = clock;
    }

    /** What is to be planned; {@code self} is null before the rollout exists. */
    record Wish(
            GenerationId generationId,
            Selector selector,
            RolloutSpec spec,
            @Nullable UUID self) {
        /** Another generation, another canary; the same generation, the same. */
        long seed() {
            var id = generationId.value();
            return id.getMostSignificantBits() * 31 + id.getLeastSignificantBits();
        }
    }

    /** {@code owned}: hosts of the plan, or left out of it, that another running rollout steers. */
    record Planned(Plan plan, Generation generation, List<CandidateRow> owned, Forecast forecast) {
        List<Lint> lint() {
            return Stream.concat(plan.lint().stream(), forecast.lint().stream()).toList();
        }
    }

    Wish wish(RolloutRequest request) {
        var generation = RequestReader.required("/generationId", request.generationId());
        var selector = RequestReader.selector(request);
        var spec = RequestReader.read(request, calendars::resolve);
        return new Wish(new GenerationId(generation), selector, spec, null);
    }

    Planned plan(Wish wish) {
        var generation = generations
                .find(wish.generationId())
                .orElseThrow(() -> new InvalidField("/generationId", "no generation has this id"));
        var rows = candidates.matching(wish.selector(), wish.self(), clock.instant());
        var reasons = new HashMap<UUID, String>();
        rows.forEach(row -> Exclusion.of(row, generation).ifPresent(why -> reasons.put(row.id(), why)));
        var refs = refs(
                wish,
                rows.stream().filter(row -> !reasons.containsKey(row.id())).toList(),
                reasons);
        rows.forEach(row -> Exclusion.runs(row, refs.get(row.id()), generation)
                .ifPresent(why -> reasons.putIfAbsent(row.id(), why)));
        var owned = rows.stream()
                .filter(row -> row.ownerId() != null && !reasons.containsKey(row.id()))
                .toList();
        if (wish.spec().overlap() == Overlap.EXCLUDE) {
            owned.forEach(row -> reasons.put(row.id(), "belongs to running rollout " + row.ownerName()));
        }
        var meant = rows.stream().filter(row -> !reasons.containsKey(row.id())).toList();
        refuseQuarantined(generation, meant, refs);
        var plan = Planner.plan(new PlanRequest(
                candidates(rows, refs, reasons, wish.spec().policy()),
                wish.spec().policy(),
                wish.seed()));
        return new Planned(plan, generation, owned, forecast.of(plan, rows, wish.spec(), clock.instant()));
    }

    /** The one artifact of each host; hosts without exactly one reject the plan, or are left out where the request says so. */
    private Map<UUID, String> refs(Wish wish, List<CandidateRow> rows, Map<UUID, String> reasons) {
        var hosts = rows.stream()
                .map(row -> new HostForPlan(new HostId(row.id()), row.name(), row.labels()))
                .toList();
        var resolved = generations.resolve(wish.generationId(), hosts);
        var refs = new HashMap<UUID, String>();
        var rules = new ArrayList<String>();
        for (var row : rows) {
            var resolution = resolved.getOrDefault(new HostId(row.id()), new Resolution.None());
            switch (resolution) {
                case Resolution.One(var ref) -> refs.put(row.id(), ref);
                case Resolution.None() -> reasons.put(row.id(), "the generation has no artifact for it");
                case Resolution.Several(var several) ->
                    reasons.put(row.id(), "%d artifacts of the generation match it".formatted(several.size()));
            }
            if (!refs.containsKey(row.id())) {
                rules.add(row.name() + ": " + reasons.get(row.id()));
            }
        }
        if (!rules.isEmpty() && wish.spec().missingArtifact() == MissingArtifact.REJECT) {
            throw new ArtifactsMissing(rules);
        }
        return refs;
    }

    private void refuseQuarantined(Generation generation, List<CandidateRow> rows, Map<UUID, String> refs) {
        var bars = quarantines.of(generation.id(), new HashSet<>(refs.values()));
        rows.stream()
                .flatMap(row -> bars.barring(refs.getOrDefault(row.id(), ""), row.labels()).stream())
                .findFirst()
                .ifPresent(bar -> {
                    throw new GenerationQuarantined(bar);
                });
    }

    private static List<Candidate> candidates(
            List<CandidateRow> rows, Map<UUID, String> refs, Map<UUID, String> reasons, Policy policy) {
        var selectors = selectors(policy);
        return rows.stream()
                .map(row -> new Candidate(
                        row.id(),
                        row.name(),
                        from(row, refs.get(row.id())),
                        refs.getOrDefault(row.id(), ""),
                        reasons.get(row.id()),
                        matching(row, selectors)))
                .toList();
    }

    /** One that has switched and not booted yet still runs what it booted. */
    private static @Nullable String from(CandidateRow row, @Nullable String to) {
        return Objects.equals(row.currentRef(), to) ? row.bootedRef() : row.currentRef();
    }

    private static Set<Integer> matching(CandidateRow row, Map<Integer, Selector> selectors) {
        var matching = new HashSet<Integer>();
        selectors.forEach((wave, selector) -> {
            if (selector.matches(row.labels())) {
                matching.add(wave);
            }
        });
        return matching;
    }

    private static Map<Integer, Selector> selectors(Policy policy) {
        var selectors = new HashMap<Integer, Selector>();
        for (int wave = 0; wave < policy.waves().size(); wave++) {
            if (policy.waves().get(wave).size() instanceof WaveSize.Matching(var selector)) {
                selectors.put(wave, Selector.parse(selector));
            }
        }
        return selectors;
    }
}
