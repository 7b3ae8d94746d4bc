package dev.breakwater.rollout;

import dev.breakwater.generation.GenerationId;
import dev.breakwater.rollout.CalendarForecast.Forecast;
import dev.breakwater.rollout.Planning.Planned;
import dev.breakwater.rollout.engine.plan.Pace;
import dev.breakwater.rollout.engine.plan.Plan;
import dev.breakwater.rollout.store.ApplyTimeStore;
import dev.breakwater.rollout.store.ApplyTimeStore.ApplyTime;
import java.time.Clock;
import java.time.Duration;
import java.util.ArrayList;
import java.util.Optional;
import org.jspecify.annotations.Nullable;
import org.springframework.stereotype.Component;

/** What a plan's rules cannot see: other rollouts, how long hosts took before, and calendars. */
@Component
class Prognosis {
    private final ApplyTimeStore applyTimes;
    private final CalendarForecast forecast;
    private final Clock clock;

    Prognosis(ApplyTimeStore applyTimes, CalendarForecast forecast, Clock clock) {
        this.applyTimes = applyTimes;
        this.forecast = forecast;
        this.clock = clock;
    }

    Bindings bindings(RolloutSpec spec) {
        return forecast.bindings(spec, clock.instant());
    }

    Optional<ApplyTime> applyTime(GenerationId generation) {
        return applyTimes.measured(generation.value());
    }

    Forecast forecast(Plan plan, Bindings bindings, RolloutSpec spec, @Nullable ApplyTime took) {
        var apply = took == null ? Duration.ZERO : took.median();
        return forecast.of(plan, bindings, spec, clock.instant(), Pace.of(plan, spec.policy(), apply));
    }

    PlanView view(Planned planned, RolloutSpec spec) {
        var lint = new ArrayList<>(planned.lint());
        lint.addAll(PlanLints.overlap(planned.owned(), spec.overlap()));
        var took = planned.applyTime();
        if (took != null) {
            lint.addAll(PlanLints.deadlines(spec.waves(), took));
        }
        return PlanView.of(planned, spec, lint);
    }
}
