package dev.breakwater.rollout;

import dev.breakwater.identity.Actor;
import dev.breakwater.rollout.engine.Cause;
import dev.breakwater.rollout.engine.Event;
import dev.breakwater.rollout.engine.Outcome.Ignored;
import dev.breakwater.rollout.engine.Outcome.Refused;
import dev.breakwater.rollout.store.RolloutRow;
import dev.breakwater.rollout.store.RolloutStore;
import dev.breakwater.web.InvalidField;
import dev.breakwater.web.Revisions;
import java.util.Optional;
import org.jspecify.annotations.Nullable;
import org.springframework.stereotype.Component;

/** How every verb is heard: who says why, to which revision, and what the engine answers. Within the caller's transaction. */
@Component
class Hearing {
    private static final int LONGEST_REASON = 1000;

    private final RolloutStore rollouts;
    private final Decider decider;

    Hearing(RolloutStore rollouts, Decider decider) {
        this.rollouts = rollouts;
        this.decider = decider;
    }

    static Cause cause(Actor actor, @Nullable String reason) {
        if (reason == null || reason.isBlank() || reason.length() > LONGEST_REASON) {
            throw new InvalidField("/reason", "say why, in at most " + LONGEST_REASON + " characters");
        }
        return new Cause(actor.name(), reason.strip());
    }

    RolloutRow open(RolloutId id, @Nullable String ifMatch) {
        var row = rollouts.lock(id.value()).orElseThrow(() -> new RolloutNotFound(id));
        Revisions.allow(ifMatch, row.revision());
        return row;
    }

    /** Why nothing was left to do, if so. */
    Optional<String> decide(RolloutRow row, Verb verb, Event event) {
        return switch (decider.decide(row.id(), event).outcome()) {
            case Refused(var why) ->
                throw new VerbNotAllowed(verb.toString(), row.phase().name(), why);
            case Ignored(var why) -> Optional.of(why);
            default -> Optional.empty();
        };
    }
}
