package dev.breakwater.rollout;

import dev.breakwater.identity.Actor;
import dev.breakwater.rollout.engine.Cause;
import dev.breakwater.rollout.engine.Event.Supersede;
import dev.breakwater.rollout.engine.Phase.Superseded;
import dev.breakwater.rollout.store.PlanStore;
import dev.breakwater.rollout.store.RolloutRow;
import dev.breakwater.rollout.store.RolloutStore;
import dev.breakwater.web.InvalidField;
import java.util.Optional;
import java.util.UUID;
import org.jspecify.annotations.Nullable;
import org.springframework.stereotype.Service;
import org.springframework.transaction.annotation.Transactional;

/** Ends a rollout in favour of another: on a person's word, or because the other starts on its hosts. */
@Service
public class Superseding {
    private final Hearing hearing;
    private final RolloutStore rollouts;
    private final PlanStore plans;
    private final Decider decider;

    Superseding(Hearing hearing, RolloutStore rollouts, PlanStore plans, Decider decider) {
        this.hearing = hearing;
        this.rollouts = rollouts;
        this.plans = plans;
        this.decider = decider;
    }

    /** Why nothing was left to do, if so. */
    @Transactional
    public Optional<String> supersede(RolloutId id, SupersedeRequest request, Actor actor, @Nullable String ifMatch) {
        var cause = Hearing.cause(actor, request.reason());
        var row = hearing.open(id, ifMatch);
        if (row.phase() instanceof Superseded) {
            return Optional.of("it is SUPERSEDED already");
        }
        var successor = request.rolloutId();
        if (successor != null) {
            rollouts.supersededBy(id.value(), requireRunnable(id, successor));
        }
        return hearing.decide(row, Verb.SUPERSEDE, new Supersede(cause));
    }

    private UUID requireRunnable(RolloutId self, UUID successor) {
        var found =
                rollouts.find(successor).orElseThrow(() -> new InvalidField("/rolloutId", "no rollout has this id"));
        if (successor.equals(self.value()) || found.phase().isTerminal()) {
            throw new InvalidField("/rolloutId", "must be another rollout that is not over");
        }
        return successor;
    }

    /** In the transaction that starts {@code row}: whoever steers a host of its plan stops, and remembers who came after. */
    void takeOver(RolloutRow row, Owned owned, Cause cause) {
        var owners = owned.owners().keySet().stream().sorted().toList();
        owners.forEach(rollouts::lock);
        plans.lockHostsOf(owners);
        for (var owner : owners) {
            rollouts.supersededBy(owner, row.id());
            var why = "%s takes over: %s".formatted(row.name(), cause.reason());
            decider.decide(owner, new Supersede(new Cause(cause.actor(), why)));
        }
    }
}
