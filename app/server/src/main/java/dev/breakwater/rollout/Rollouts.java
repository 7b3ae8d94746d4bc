package dev.breakwater.rollout;

import dev.breakwater.identity.Actor;
import dev.breakwater.rollout.engine.Cause;
import dev.breakwater.rollout.engine.Phase.Draft;
import dev.breakwater.rollout.store.RolloutRow;
import java.time.Instant;
import java.util.Optional;
import org.jspecify.annotations.Nullable;
import org.springframework.stereotype.Service;
import org.springframework.transaction.annotation.Transactional;

/** The entrance: drafts rollouts and tells them what people want. */
@Service
public class Rollouts {
    private final Hearing hearing;
    private final Drafting drafting;
    private final Dependables dependables;
    private final Starting starting;
    private final VerbTerms terms;

    Rollouts(Hearing hearing, Drafting drafting, Dependables dependables, Starting starting, VerbTerms terms) {
        this.hearing = hearing;
        this.drafting = drafting;
        this.dependables = dependables;
        this.starting = starting;
        this.terms = terms;
    }

    /** Reads the fleet at one moment, in batches. */
    @Transactional(readOnly = true)
    public PlanView preview(RolloutRequest request) {
        dependables.require(request);
        return drafting.preview(request);
    }

    public RolloutId draft(RolloutRequest request, Actor actor) {
        dependables.require(request);
        return new RolloutId(drafting.draft(request, actor));
    }

    /** Carries a verb out, or answers why nothing was left to do; refuses it where it is not legal. */
    @Transactional
    public Optional<String> say(RolloutId id, Verb verb, VerbRequest request, Actor actor, @Nullable String ifMatch) {
        var cause = Hearing.cause(actor, request.reason());
        var row = hearing.open(id, ifMatch);
        var phase = row.phase().name();
        if (verb.ledTo(phase)) {
            return Optional.of("it is " + phase + " already");
        }
        var done = terms.check(row, verb, request.wave(), actor);
        if (done.isPresent()) {
            return done;
        }
        var notBefore = verb == Verb.START ? start(row, request, cause) : null;
        return hearing.decide(row, verb, verb.event(notBefore, cause));
    }

    private @Nullable Instant start(RolloutRow row, VerbRequest request, Cause cause) {
        return row.phase() instanceof Draft
                ? starting.materialise(row, request.planHash(), cause).notBefore()
                : null;
    }
}
