package dev.breakwater.rollout;

import dev.breakwater.calendar.CalendarId;
import dev.breakwater.calendar.Calendars;
import dev.breakwater.calendar.Schedule;
import dev.breakwater.calendar.Step;
import dev.breakwater.rollout.engine.plan.Lint;
import dev.breakwater.rollout.engine.plan.Plan;
import dev.breakwater.rollout.engine.plan.PlannedWave;
import dev.breakwater.rollout.store.CandidateStore.CandidateRow;
import java.time.Duration;
import java.time.Instant;
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

/** What windows and freezes make of a plan: what an operator should know of it, and when it could be over. */
@Component
class CalendarForecast {
    private final Calendars calendars;

    CalendarForecast(Calendars calendars) {
        this.calendars = calendars;
    }

    /** {@code earliestFinish} counts openings and how long waves take, and is null where some host is never let move. */
    record Forecast(List<Lint> lint, @Nullable Instant earliestFinish) {
        Forecast {
            lint = List.copyOf(lint);
        }
    }

    Forecast of(Plan plan, Collection<CandidateRow> rows, RolloutSpec spec, Instant now, List<Duration> takes) {
        var notBefore = spec.notBefore();
        var start = notBefore != null && notBefore.isAfter(now) ? notBefore : now;
        var steps = steps(plan, rows, CalendarRule.named(spec), now, takes);
        var finish = Calendars.earliestFinish(start, steps).orElse(null);
        return new Forecast(lint(plan.waves(), steps, spec, start), finish);
    }

    private List<Step> steps(
            Plan plan, Collection<CandidateRow> rows, Set<CalendarId> named, Instant now, List<Duration> takes) {
        Map<UUID, Map<String, String>> labels = calendars.bindHosts(now)
                ? rows.stream().collect(Collectors.toMap(CandidateRow::id, CandidateRow::labels))
                : Map.of();
        var steps = new ArrayList<Step>();
        for (var wave = 0; wave < plan.waves().size(); wave++) {
            var hosts = plan.waves().get(wave).hosts();
            var theirs = labels.isEmpty() && !hosts.isEmpty()
                    ? List.of(Map.<String, String>of())
                    : hosts.stream()
                            .map(host -> Objects.requireNonNull(labels.get(host.id())))
                            .toList();
            steps.add(new Step(calendars.schedules(theirs, named, now), takes.get(wave)));
        }
        return steps;
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
