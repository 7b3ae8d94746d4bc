package dev.breakwater.rollout;

import dev.breakwater.rollout.States.State;
import dev.breakwater.rollout.store.EventStore;
import dev.breakwater.rollout.store.EventStore.EventRow;
import dev.breakwater.rollout.store.PlanStore;
import dev.breakwater.rollout.store.RolloutRow;
import dev.breakwater.rollout.store.RolloutStore;
import dev.breakwater.web.Cursor;
import dev.breakwater.web.InvalidField;
import dev.breakwater.web.Limit;
import dev.breakwater.web.Page;
import java.time.Clock;
import java.util.List;
import java.util.Locale;
import java.util.Objects;
import org.jspecify.annotations.Nullable;
import org.springframework.stereotype.Component;
import org.springframework.stereotype.Service;
import org.springframework.transaction.annotation.Transactional;

/** What there is to know of rollouts. */
@Service
@Transactional(readOnly = true)
public class RolloutQueries {
    private static final String LIST = "rollouts";
    private static final String EVENTS = "rollout-events";
    private static final List<String> PHASES = List.of(
            "DRAFT",
            "SCHEDULED",
            "ROLLING",
            "SOAKING",
            "AWAITING_APPROVAL",
            "PAUSED",
            "ROLLING_BACK",
            "ROLLED_BACK",
            "HALTED",
            "COMPLETED",
            "CANCELLED",
            "SUPERSEDED");

    private final RolloutStore rollouts;
    private final PlanStore plans;
    private final EventStore events;
    private final Replanning replanning;
    private final Reading reading;

    RolloutQueries(RolloutStore rollouts, PlanStore plans, EventStore events, Replanning replanning, Reading reading) {
        this.rollouts = rollouts;
        this.plans = plans;
        this.events = events;
        this.replanning = replanning;
        this.reading = reading;
    }

    /** Where rollouts stand, and when it is. */
    @Component
    record Reading(States states, Waits waits, Clock clock) {}

    public RolloutView get(RolloutId id) {
        var state = state(id);
        return Views.rollout(state, reading.waits().of(state));
    }

    /** Newest first. */
    public Page<RolloutView> list(@Nullable String phase, Limit limit, @Nullable String cursor) {
        var before = Cursor.parse(LIST, 1, cursor).map(it -> it.uuid(0)).orElse(null);
        var wanted = phase == null ? null : requirePhase(phase.toUpperCase(Locale.ROOT));
        var page = Page.of(rollouts.list(wanted, before, limit.plusOne()), limit, row -> Cursor.of(LIST, row.id()));
        var states = reading.states().of(page.items(), reading.clock().instant());
        var standings = reading.waits().of(states);
        var views = states.stream()
                .map(state -> Views.rollout(
                        state, Objects.requireNonNull(standings.get(state.row().id()))))
                .toList();
        return new Page<>(views, page.next());
    }

    /** As it was written down when the rollout started; before that, as it would be now. */
    public PlanView plan(RolloutId id) {
        var state = state(id);
        var row = state.row();
        if (row.startedAt() == null) {
            return replanning.view(row, state.spec());
        }
        var hosts = plans.hosts(row.id(), PlanView.SHOWN);
        var waves = state.waves().stream()
                .map(wave -> PlanView.Wave.of(wave.name(), wave.hosts(), hosts.getOrDefault(wave.ordinal(), List.of())))
                .toList();
        var finish = row.startedAt().plus(state.rollout().policy().shortest());
        return new PlanView(
                Objects.requireNonNullElse(row.planHash(), ""),
                waves,
                plans.excluded(row.id(), PlanView.SHOWN),
                plans.excludedCount(row.id()),
                plans.misses(row.id()),
                List.of(),
                finish,
                null,
                PlanView.Joining.of(state.spec()));
    }

    public Page<EventRow> events(RolloutId id, Limit limit, @Nullable String cursor) {
        var row = require(id);
        var after = Cursor.parse(EVENTS, 1, cursor).map(it -> it.number(0)).orElse(0L);
        return Page.of(events.list(row.id(), after, limit.plusOne()), limit, event -> Cursor.of(EVENTS, event.seq()));
    }

    private static String requirePhase(String phase) {
        if (!PHASES.contains(phase)) {
            throw new InvalidField("phase", "must be one of " + PHASES);
        }
        return phase;
    }

    private State state(RolloutId id) {
        return reading.states().of(require(id), reading.clock().instant());
    }

    private RolloutRow require(RolloutId id) {
        return rollouts.find(id.value()).orElseThrow(() -> new RolloutNotFound(id));
    }
}
