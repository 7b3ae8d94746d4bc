package dev.breakwater.rollout;

import dev.breakwater.host.HostId;
import dev.breakwater.rollout.ClaimAnswer.Granted;
import dev.breakwater.rollout.ClaimAnswer.NotNow;
import dev.breakwater.rollout.ClaimAnswer.Withdrawn;
import dev.breakwater.rollout.engine.Directive;
import dev.breakwater.rollout.engine.WaveState;
import dev.breakwater.rollout.store.PassStore;
import dev.breakwater.rollout.store.RolloutRow;
import dev.breakwater.rollout.store.RolloutStore;
import dev.breakwater.rollout.store.StopStore;
import dev.breakwater.rollout.store.Turn;
import dev.breakwater.rollout.store.TurnStore;
import dev.breakwater.rollout.store.TurnStore.Orders;
import java.time.Clock;
import java.time.Duration;
import java.time.Instant;
import org.springframework.stereotype.Component;
import org.springframework.transaction.annotation.Transactional;

/**
 * Grants claims, one at a time per rollout: the transaction holds the rollout's row, so that what it counts is exact and a directive or
 * a stop that has committed is seen.
 */
@Component
class Claims {
    private static final Withdrawn NOTHING = new Withdrawn("withdrawn", "No rollout offers this host anything.");

    private static final NotNow IN_CONFLICT = new NotNow(
            "host_conflict",
            "This host has seen orders that the database, restored to an earlier state, does not know; a person has to decide.",
            Duration.ofSeconds(30));

    private final RolloutStore rollouts;
    private final TurnStore turns;
    private final StopStore stops;
    private final ClaimRules rules;
    private final PassStore passes;
    private final Clock clock;

    Claims(RolloutStore rollouts, TurnStore turns, StopStore stops, ClaimRules rules, PassStore passes, Clock clock) {
        this.rollouts = rollouts;
        this.turns = turns;
        this.stops = stops;
        this.rules = rules;
        this.passes = passes;
        this.clock = clock;
    }

    @Transactional
    public ClaimAnswer claim(HostId host, long epoch) {
        var rollout = turns.rolloutOf(host.value()).flatMap(rollouts::lock);
        if (rollout.isEmpty()) {
            return NOTHING;
        }
        var stop = stops.share();
        var turn = turns.lock(host.value());
        if (turn.isEmpty() || !turn.get().rolloutId().equals(rollout.get().id())) {
            return NOTHING;
        }
        var orders = turns.orders(turn.get());
        if (orders.conflict()) {
            return IN_CONFLICT;
        }
        if (orders.epoch() != epoch) {
            return new Withdrawn(
                    "stale_epoch", "The offer under epoch %d is gone; read what is desired now.".formatted(epoch));
        }
        return answer(new Claim(rollout.get(), turn.get(), orders, epoch, stop, clock.instant()));
    }

    private ClaimAnswer answer(Claim claim) {
        var answer = switch (claim.orders().directive()) {
            case OFFER -> rules.forward(claim);
            case ROLLBACK -> rules.back(claim);
            case WAIT, DONE -> NOTHING;
        };
        switch (answer) {
            case Granted _ -> grant(claim);
            case NotNow _ -> turns.asked(claim.turn(), staysDeferred(claim), claim.now());
            case Withdrawn _ -> {}
        }
        return answer;
    }

    /** A claim granted before is granted again: its answer may have been lost. */
    private void grant(Claim claim) {
        if (claim.orders().directive() == Directive.ROLLBACK) {
            if (claim.turn().rollbackClaimedAt() == null || claim.turn().rollbackFailed()) {
                turns.grantedBack(claim.turn(), claim.epochs(), claim.now());
            }
        } else if (!claim.isClaimed()) {
            turns.granted(claim.turn(), claim.epochs(), claim.now());
            passes.claimed(claim.rollout().id(), claim.turn().wave(), claim.now());
        }
    }

    private static boolean staysDeferred(Claim claim) {
        return claim.turn().deferred() && (claim.orders().waveState() == WaveState.SOAKING);
    }

    /** One claim under the present epoch, with what was read under its locks. */
    record Claim(RolloutRow rollout, Turn turn, Orders orders, long epoch, StopStore.StopRow stop, Instant now) {
        TurnStore.Epochs epochs() {
            return new TurnStore.Epochs(epoch, orders.epoch());
        }

        boolean isClaimed() {
            return turn.state().equals("CLAIMED") || turn.state().equals("SETTLED");
        }
    }
}
