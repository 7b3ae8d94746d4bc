package dev.breakwater.rollout;

import dev.breakwater.calendar.Calendars;
import dev.breakwater.calendar.Schedule;
import dev.breakwater.calendar.Step;
import dev.breakwater.rollout.engine.plan.Lint;
import dev.breakwater.rollout.engine.plan.Plan;
import dev.breakwater.rollout.engine.plan.PlannedWave;
import java.time.Duration;
import java.time.Instant;
import java.util.ArrayList;
import java.util.List;
import java.util.Set;
import java.util.stream.IntStream;
import org.jspecify.annotations.Nullable;
import org.springframework.stereotype.Component;

/** What windows and freezes make of a plan: what an operator should know of it, and when it could be over. */
@Component
class CalendarForecast {
    private final Calendars calendars;

    CalendarForecast(Calendars calendars) {
        this.calendars = calendars;
    }

    /** To be told of every host of a plan. */
    Bindings bindings(RolloutSpec spec, Instant now) {
        return new Bindings(calendars.binder(CalendarRule.named(spec), now));
    }

    /** {@code earliestFinish} counts openings and how long waves take, and is null where some host is never let move. */
    record Forecast(List<Lint> lint, @Nullable Instant earliestFinish) {
        Forecast {
            lint = List.copyOf(lint);
        }
    }

    Forecast of(Plan plan, Bindings bindings, RolloutSpec spec, Instant now, List<Duration> takes) {
        var notBefore = spec.notBefore();
        var start = notBefore != null && notBefore.isAfter(now) ? notBefore : now;
        var schedules = bindings.of(plan);
        var steps = IntStream.range(0, schedules.size())
                .mapToObj(wave -> new Step(schedules.get(wave), takes.get(wave)))
                .toList();
        var finish = Calendars.earliestFinish(start, steps).orElse(null);
        return new Forecast(lint(plan.waves(), steps, spec, start), finish);
    }

    private static List<Lint> lint(List<PlannedWave> waves, List<Step> steps, RolloutSpec spec, Instant start) {
        var lint = new ArrayList<Lint>();
        var at = start;
        for (var wave = 0; wave < steps.size(); wave++) {
            var step = steps.get(wave);
            var name = waves.get(wave).name();
            var never = never(step.hosts(), at);
            if (never != null) {
                lint.add(Lint.error("wave %s has hosts that could never be moved: no opening within five years of %s"
                        .formatted(name, never.titles())));
                return lint;
            }
            var latest = latest(step.hosts(), at);
            var deadline = spec.waves().get(wave).deadline();
            if (latest != null && latest.begins().isAfter(at.plus(deadline))) {
                lint.add(late(name, latest, deadline));
            }
            at = (latest == null ? at : latest.begins()).plus(step.takes());
        }
        return lint;
    }

    private static Lint late(String wave, Latest latest, Duration deadline) {
        return Lint.warning("hosts of wave %s wait until %s, longer than its deadline of %s: %s does not open before"
                .formatted(wave, latest.begins(), deadline, latest.schedule().titles()));
    }

    private record Latest(Schedule schedule, Instant begins) {}

    private static @Nullable Schedule never(Set<Schedule> hosts, Instant at) {
        return hosts.stream()
                .filter(schedule -> schedule.nextOpening(at).isEmpty())
                .findFirst()
                .orElse(null);
    }

    private static @Nullable Latest latest(Set<Schedule> hosts, Instant at) {
        return hosts.stream()
                .map(schedule -> new Latest(schedule, schedule.nextOpening(at).orElse(at)))
                .max((one, other) -> one.begins().compareTo(other.begins()))
                .orElse(null);
    }
}
