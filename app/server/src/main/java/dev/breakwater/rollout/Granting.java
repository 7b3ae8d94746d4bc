package dev.breakwater.rollout;

import dev.breakwater.rollout.engine.Directive;
import dev.breakwater.rollout.store.PassStore;
import dev.breakwater.rollout.store.TurnStore;
import org.springframework.stereotype.Component;

/** Writes a granted claim down, and what it uses up. */
@Component
class Granting {
    private final TurnStore turns;
    private final PassStore passes;
    private final StartRateRule startRate;

    Granting(TurnStore turns, PassStore passes, StartRateRule startRate) {
        this.turns = turns;
        this.passes = passes;
        this.startRate = startRate;
    }

    /** A claim granted before is granted again: its answer may have been lost. */
    void grant(Claim claim) {
        if (claim.orders().directive() == Directive.ROLLBACK) {
            back(claim);
        } else if (claim.isClaimed()) {
            use(claim);
        } else {
            forward(claim);
        }
    }

    private void forward(Claim claim) {
        startRate.started(claim);
        use(claim);
        turns.granted(claim.turn(), claim.epochs(), claim.now());
        passes.claimed(claim.rollout().id(), claim.turn().wave(), claim.now());
    }

    private void back(Claim claim) {
        if (!claim.isGoingBack()) {
            var deadline = claim.spec().rollbackDeadline();
            claim.room().use(claim.turn().hostId(), claim.rollout().id(), deadline);
            turns.grantedBack(claim.turn(), claim.epochs(), claim.now());
        }
    }

    private static void use(Claim claim) {
        claim.room().use(claim.turn().hostId(), claim.rollout().id(), claim.deadline());
    }
}
