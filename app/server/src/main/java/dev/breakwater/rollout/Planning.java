package dev.breakwater.rollout;

import dev.breakwater.generation.Generation;
import dev.breakwater.generation.GenerationId;
import dev.breakwater.generation.Generations;
import dev.breakwater.generation.QuarantineGuard;
import dev.breakwater.host.HostProperties;
import dev.breakwater.host.Selector;
import dev.breakwater.rollout.CalendarForecast.Forecast;
import dev.breakwater.rollout.Gathering.Sources;
import dev.breakwater.rollout.engine.plan.Lint;
import dev.breakwater.rollout.engine.plan.Plan;
import dev.breakwater.rollout.engine.plan.PlanRequest;
import dev.breakwater.rollout.engine.plan.Planner;
import dev.breakwater.rollout.store.ApplyTimeStore.ApplyTime;
import dev.breakwater.rollout.store.CandidateStore;
import dev.breakwater.rollout.store.CandidateStore.Moments;
import dev.breakwater.web.InvalidField;
import java.time.Clock;
import java.util.List;
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
    private final Wishes wishes;
    private final Prognosis prognosis;
    private final Terms terms;

    Planning(
            CandidateStore candidates,
            QuarantineGuard quarantines,
            Generations generations,
            Wishes wishes,
            Prognosis prognosis,
            Terms terms) {
        this.candidates = candidates;
        this.quarantines = quarantines;
        this.generations = generations;
        this.wishes = wishes;
        this.prognosis = prognosis;
        this.terms = terms;
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

    /** Since when hosts that were not seen are silent, and when it is. */
    @Component
    record Terms(HostProperties hosts, Clock clock) {
        Moments moments() {
            var now = clock.instant();
            return new Moments(now, now.minus(hosts.offlineAfter()));
        }
    }

    /** {@code owned}: hosts of the plan, or left out of it, that another running rollout steers; whether some of them listen to any. */
    record Others(Owned owned, boolean someListen) {}

    record Planned(
            Plan plan,
            Generation generation,
            Others others,
            Forecast forecast,
            @Nullable ApplyTime applyTime) {
        Owned owned() {
            return others.owned();
        }

        List<Lint> lint() {
            return Stream.concat(plan.lint().stream(), forecast.lint().stream()).toList();
        }
    }

    Wish wish(RolloutRequest request) {
        return wishes.of(request);
    }

    /** Reads the fleet in batches where it is called in a transaction. */
    Planned plan(Wish wish) {
        var generation = generations
                .find(wish.generationId())
                .orElseThrow(() -> new InvalidField("/generationId", "no generation has this id"));
        var bindings = prognosis.bindings(wish.spec());
        var gathering = new Gathering(
                wish, new Sources(generation, generations.resolving(generation.id()), quarantines, bindings));
        candidates.each(wish.selector(), wish.self(), terms.moments(), gathering::add);
        var request = new PlanRequest(gathering.done(), wish.spec().policy(), wish.seed());
        var plan = Planner.plan(request);
        var applyTime = prognosis.applyTime(generation.id()).orElse(null);
        var forecast = prognosis.forecast(plan, bindings, wish.spec(), applyTime);
        return new Planned(
                plan, generation, new Others(gathering.owned(), gathering.someListen()), forecast, applyTime);
    }
}
