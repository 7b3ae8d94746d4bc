package dev.breakwater.rollout;

import dev.breakwater.calendar.Calendars;
import dev.breakwater.generation.GenerationId;
import dev.breakwater.rollout.CalendarForecast.Forecast;
import dev.breakwater.rollout.Planning.Planned;
import dev.breakwater.rollout.engine.plan.Lint;
import dev.breakwater.rollout.engine.plan.Pace;
import dev.breakwater.rollout.engine.plan.Plan;
import dev.breakwater.rollout.store.ApplyTimeStore;
import dev.breakwater.rollout.store.ApplyTimeStore.ApplyTime;
import dev.breakwater.rollout.store.CandidateStore.CandidateRow;
import java.time.Clock;
import java.time.Duration;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import org.jspecify.annotations.Nullable;
import org.springframework.stereotype.Component;

/** What a plan's rules cannot see: other rollouts, how long hosts took before, and calendars. */
@Component
class Prognosis {
    private final ApplyTimeStore applyTimes;
    private final CalendarForecast forecast;
    private final Calendars calendars;
    private final Clock clock;

    Prognosis(ApplyTimeStore applyTimes, CalendarForecast forecast, Calendars calendars, Clock clock) {
        this.applyTimes = applyTimes;
        this.forecast = forecast;
        this.calendars = calendars;
        this.clock = clock;
    }

    /** Whether calendars ask for the labels of hosts. */
    boolean bindsHosts() {
        return calendars.bindHosts(clock.instant());
    }

    Optional<ApplyTime> applyTime(GenerationId generation) {
        return applyTimes.measured(generation.value());
    }

    Forecast forecast(Plan plan, List<CandidateRow> bound, RolloutSpec spec, @Nullable ApplyTime took) {
        var apply = took == null ? Duration.ZERO : took.median();
        return forecast.of(plan, bound, spec, clock.instant(), Pace.of(plan, spec.policy(), apply));
    }

    PlanView view(Planned planned, RolloutSpec spec) {
        var lint = new ArrayList<>(planned.lint());
        overlap(planned, spec, lint);
        var took = planned.applyTime();
        if (took != null) {
            deadlines(spec, took, lint);
        }
        return PlanView.of(planned.plan(), lint, planned.forecast().earliestFinish(), took);
    }

    private static void overlap(Planned planned, RolloutSpec spec, List<Lint> lint) {
        var owned = planned.owned();
        if (owned.isEmpty()) {
            return;
        }
        switch (spec.overlap()) {
            case EXCLUDE -> {}
            case REJECT -> {
                var example = owned.getFirst();
                lint.add(new Lint(
                        Lint.Level.ERROR,
                        "%d of the hosts, such as %s, belong to running rollout %s"
                                .formatted(owned.size(), example.name(), example.ownerName())));
            }
            case SUPERSEDE ->
                owned.stream()
                        .map(CandidateRow::ownerName)
                        .distinct()
                        .forEach(owner -> lint.add(new Lint(
                                Lint.Level.WARNING, "starting it supersedes running rollout %s".formatted(owner))));
        }
    }

    private static void deadlines(RolloutSpec spec, ApplyTime took, List<Lint> lint) {
        for (var wave : spec.waves()) {
            if (wave.deadline().compareTo(took.p95()) < 0) {
                lint.add(new Lint(
                        Lint.Level.WARNING,
                        "wave %s gives hosts %s, and 1 in 20 of %d hosts of this platform took longer than %s before"
                                .formatted(wave.name(), wave.deadline(), took.hosts(), took.p95())));
            }
        }
    }
}
