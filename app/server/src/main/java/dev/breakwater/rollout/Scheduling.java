package dev.breakwater.rollout;

import static java.time.temporal.ChronoUnit.MICROS;

import dev.breakwater.identity.Actor;
import dev.breakwater.rollout.engine.Event.Schedule;
import dev.breakwater.rollout.engine.Phase.Draft;
import dev.breakwater.rollout.store.RolloutStore;
import dev.breakwater.web.InvalidField;
import java.time.Clock;
import java.time.Instant;
import java.util.Optional;
import org.jspecify.annotations.Nullable;
import org.springframework.stereotype.Service;
import org.springframework.transaction.annotation.Transactional;

/** Sets and moves starts. A draft's plan is written down when it is scheduled, as when it is started. */
@Service
public class Scheduling {
    private final Hearing hearing;
    private final Starting starting;
    private final RolloutStore rollouts;
    private final Clock clock;

    Scheduling(Hearing hearing, Starting starting, RolloutStore rollouts, Clock clock) {
        this.hearing = hearing;
        this.starting = starting;
        this.rollouts = rollouts;
        this.clock = clock;
    }

    /** Why nothing was left to do, if so. Whoever moves a start has edited the rollout. */
    @Transactional
    public Optional<String> schedule(RolloutId id, ScheduleRequest request, Actor actor, @Nullable String ifMatch) {
        var cause = Hearing.cause(actor, request.reason());
        var at = requireLater(request.notBefore());
        var row = hearing.open(id, ifMatch);
        if (row.phase() instanceof Draft) {
            starting.materialise(row, null, cause);
        }
        var note = hearing.decide(row, Verb.SCHEDULE, new Schedule(at, cause));
        if (note.isEmpty()) {
            rollouts.edited(id.value(), actor.name());
        }
        return note;
    }

    private Instant requireLater(@Nullable Instant notBefore) {
        var at = RequestReader.required("/notBefore", notBefore).truncatedTo(MICROS);
        if (!at.isAfter(clock.instant())) {
            throw new InvalidField("/notBefore", "must be in the future; start it to begin now");
        }
        return at;
    }
}
