package dev.breakwater.rollout;

import dev.breakwater.calendar.Availability.Closed;
import dev.breakwater.calendar.CalendarId;
import dev.breakwater.calendar.Calendars;
import dev.breakwater.calendar.Schedule;
import dev.breakwater.calendar.Schedule.Overtime;
import dev.breakwater.rollout.ClaimAnswer.NotNow;
import dev.breakwater.rollout.engine.Directive;
import dev.breakwater.rollout.store.PassStore;
import java.time.Clock;
import java.time.Duration;
import java.time.Instant;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.UUID;
import java.util.concurrent.ThreadLocalRandom;
import java.util.stream.Collectors;
import org.jspecify.annotations.Nullable;
import org.springframework.stereotype.Component;

/** Windows and freezes, asked in every claim that moves a host forward. The way back asks none of them. */
@Component
class CalendarRule implements ClaimRule {
    private static final String RULE = "windows and freezes";
    private static final Duration SHORTEST_WAIT = Duration.ofMinutes(1);
    private static final Duration LONGEST_WAIT = Duration.ofMinutes(10);
    /** Many hosts that wait for the same opening ask less often each, so that all together ask no more than this. */
    private static final int ASKING_A_SECOND = 50;
    /** A host kept waiting must speak well before its deadline, or it would be taken for silent. */
    private static final int WORDS_PER_DEADLINE = 4;

    private final Calendars calendars;
    private final PassStore passes;
    private final Clock clock;

    CalendarRule(Calendars calendars, PassStore passes, Clock clock) {
        this.calendars = calendars;
        this.passes = passes;
        this.clock = clock;
    }

    /** Holds where the calendars allow it, or an approver has overridden them. */
    @Override
    public Ruling on(Claim claim) {
        var closed = closed(claim);
        if (closed == null) {
            return Ruling.holds(RULE, "they allow it now");
        }
        var waiting = Duration.ofSeconds(passes.hosts(claim.rollout().id()) / ASKING_A_SECOND);
        var longest = min(
                min(max(waiting, SHORTEST_WAIT), LONGEST_WAIT), claim.deadline().dividedBy(WORDS_PER_DEADLINE));
        var refusal = new NotNow(closed.code(), closed.why(), wait(closed, longest, claim.now()));
        return new Ruling(RULE, refusal, closed.why());
    }

    /** Null for a host that has moved, or goes back: that asks no calendar. */
    @Nullable
    Closed closed(Claim claim) {
        return claim.isClaimed() || claim.orders().directive() == Directive.ROLLBACK
                ? null
                : closed(
                        claim.of().schedules().apply(claim.host().labels()),
                        claim.spec(),
                        claim.rollout().id(),
                        claim.turn().wave(),
                        claim.now());
    }

    /** Why a host of this wave may not move now; null where it may. */
    @Nullable
    Closed closed(RolloutSpec spec, UUID rollout, int wave, Map<String, String> labels, Instant now) {
        return closed(calendars.schedule(labels, named(spec), now), spec, rollout, wave, now);
    }

    private @Nullable Closed closed(Schedule schedule, RolloutSpec spec, UUID rollout, int wave, Instant now) {
        if (!(schedule.at(now) instanceof Closed)) {
            return null;
        }
        return closed(schedule, spec, passes.of(rollout, wave), now);
    }

    static @Nullable Closed closed(Schedule schedule, RolloutSpec spec, PassStore.Pass pass, Instant now) {
        if (pass.override() != null) {
            return null;
        }
        return schedule.at(now, new Overtime(spec.overrun(), pass.waveOpenedAt())) instanceof Closed closed
                ? closed
                : null;
    }

    static Set<CalendarId> named(RolloutSpec spec) {
        return spec.calendars().stream().map(CalendarId::new).collect(Collectors.toSet());
    }

    /** Ids of the calendars a request names; 422 where there is none. */
    List<UUID> resolve(List<String> names) {
        if (names.isEmpty()) {
            return List.of();
        }
        return calendars.resolve(names, "/schedule/calendars", clock.instant()).stream()
                .map(CalendarId::value)
                .sorted()
                .toList();
    }

    /** At the opening, if that is soon; spread, so that hosts that wait for the same one do not all come at once. */
    private static Duration wait(Closed closed, Duration longest, Instant now) {
        var opening = closed.nextOpening();
        var least = opening == null ? longest : min(longest, Duration.between(now, opening));
        var spread = longest.dividedBy(4).toMillis() + 1;
        return least.plusMillis(ThreadLocalRandom.current().nextLong(spread));
    }

    private static Duration max(Duration one, Duration other) {
        return one.compareTo(other) > 0 ? one : other;
    }

    private static Duration min(Duration one, Duration other) {
        return one.compareTo(other) < 0 ? one : other;
    }
}
