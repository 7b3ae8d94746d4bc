package dev.breakwater.rollout;

import static java.time.temporal.ChronoUnit.MICROS;

import dev.breakwater.identity.Actor;
import dev.breakwater.identity.Ids;
import dev.breakwater.rollout.Planning.Planned;
import dev.breakwater.rollout.Planning.Wish;
import dev.breakwater.rollout.engine.Phase.Draft;
import dev.breakwater.rollout.engine.plan.Lint;
import dev.breakwater.rollout.engine.policy.RollbackPermission;
import dev.breakwater.rollout.store.EventStore.NewEvent;
import dev.breakwater.rollout.store.RolloutRow;
import dev.breakwater.rollout.store.RolloutStore;
import java.time.Clock;
import java.time.Instant;
import java.util.UUID;
import org.springframework.stereotype.Component;
import org.springframework.transaction.annotation.Transactional;

/** Previews and drafts: plans that move nothing yet. */
@Component
class Drafting {
    private final Planning planning;
    private final RolloutStore rollouts;
    private final WaveDrafts waves;
    private final Prognosis prognosis;
    private final RolloutLog log;
    private final Terms terms;

    Drafting(
            Planning planning,
            RolloutStore rollouts,
            WaveDrafts waves,
            Prognosis prognosis,
            RolloutLog log,
            Terms terms) {
        this.planning = planning;
        this.rollouts = rollouts;
        this.waves = waves;
        this.prognosis = prognosis;
        this.log = log;
        this.terms = terms;
    }

    /** How specs are written, and when it is. */
    @Component
    record Terms(SpecJson specs, Clock clock) {}

    PlanView preview(RolloutRequest request) {
        var wish = planning.wish(request);
        waves.requireGates(wish.spec());
        return prognosis.view(planning.plan(wish), wish.spec());
    }

    @Transactional
    public UUID draft(RolloutRequest request, Actor actor) {
        var name = RequestReader.name(request);
        var wish = planning.wish(request);
        waves.requireGates(wish.spec());
        var planned = planning.plan(wish);
        requireRunnable(planned);
        var now = terms.clock().instant().truncatedTo(MICROS);
        var id = Ids.next(now);
        rollouts.insert(row(id, name, wish, planned, actor, now));
        waves.write(id, wish.spec(), planned.plan());
        var message = "%s drafted %s.".formatted(actor.name(), name);
        log.step(id, new NewEvent(now, "rollout.drafted", null, actor.name(), null, message));
        return id;
    }

    static void requireRunnable(Planned planned) {
        var errors = planned.lint().stream()
                .filter(lint -> lint.level() == Lint.Level.ERROR)
                .toList();
        if (!errors.isEmpty()) {
            throw new PlanNotRunnable(errors);
        }
    }

    private RolloutRow row(UUID id, String name, Wish wish, Planned planned, Actor actor, Instant now) {
        return new RolloutRow(
                id,
                name,
                wish.generationId().value(),
                wish.selector().toString(),
                terms.specs().write(wish.spec().within(leastCare(planned))),
                new Draft(),
                null,
                wish.seed(),
                planned.plan().planHash(),
                now,
                actor.name(),
                null,
                null,
                null,
                null,
                null,
                0);
    }

    private static RollbackPermission leastCare(Planned planned) {
        return RollbackPermission.valueOf(planned.generation().rollback().name());
    }
}
