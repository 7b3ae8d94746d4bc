package dev.breakwater.rollout;

import dev.breakwater.identity.Actor;
import dev.breakwater.rollout.engine.Cause;
import dev.breakwater.rollout.engine.Outcome.Refused;
import dev.breakwater.rollout.store.RolloutRow;
import dev.breakwater.rollout.store.RolloutStore;
import dev.breakwater.web.InvalidField;
import dev.breakwater.web.Revisions;
import java.time.Instant;
import org.jspecify.annotations.Nullable;
import org.springframework.stereotype.Service;
import org.springframework.transaction.annotation.Transactional;

/** The entrance: drafts rollouts and tells them what people want. */
@Service
public class Rollouts {
    private static final int LONGEST_REASON = 1000;

    private final RolloutStore rollouts;
    private final Drafting drafting;
    private final Starting starting;
    private final Retrying retrying;
    private final Decider decider;

    Rollouts(RolloutStore rollouts, Drafting drafting, Starting starting, Retrying retrying, Decider decider) {
        this.rollouts = rollouts;
        this.drafting = drafting;
        this.starting = starting;
        this.retrying = retrying;
        this.decider = decider;
    }

    public PlanView preview(RolloutRequest request) {
        return drafting.preview(request);
    }

    public RolloutId draft(RolloutRequest request, Actor actor) {
        return new RolloutId(drafting.draft(request, actor));
    }

    /** Carries a verb out, or finds it carried out already; refuses it where it is not legal. */
    @Transactional
    public void say(RolloutId id, Verb verb, VerbRequest request, Actor actor, @Nullable String ifMatch) {
        var cause = new Cause(actor.name(), reason(request));
        var row = rollouts.lock(id.value()).orElseThrow(() -> new RolloutNotFound(id));
        Revisions.allow(ifMatch, row.revision());
        var phase = row.phase().name();
        if (verb.ledTo(phase)) {
            return;
        }
        if (verb == Verb.RETRY) {
            retrying.allow(row);
        }
        var notBefore = verb == Verb.START ? start(row, request) : null;
        var decision = decider.decide(id.value(), verb.event(notBefore, cause));
        if (decision.outcome() instanceof Refused(var why)) {
            throw new VerbNotAllowed(verb.toString(), phase, why);
        }
    }

    private @Nullable Instant start(RolloutRow row, VerbRequest request) {
        return switch (row.phase().name()) {
            case "DRAFT" -> starting.materialise(row, request.planHash()).notBefore();
            default -> null;
        };
    }

    static String reason(VerbRequest request) {
        var reason = request.reason();
        if (reason == null || reason.isBlank() || reason.length() > LONGEST_REASON) {
            throw new InvalidField("/reason", "say why, in at most " + LONGEST_REASON + " characters");
        }
        return reason.strip();
    }
}
