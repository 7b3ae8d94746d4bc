package dev.breakwater.rollout;

import dev.breakwater.calendar.Schedule;
import dev.breakwater.generation.Bars;
import dev.breakwater.rollout.engine.Directive;
import dev.breakwater.rollout.engine.policy.Policy;
import dev.breakwater.rollout.store.ClaimStore.Claimant;
import dev.breakwater.rollout.store.RolloutRow;
import dev.breakwater.rollout.store.StopStore;
import dev.breakwater.rollout.store.Turn;
import dev.breakwater.rollout.store.TurnStore;
import dev.breakwater.rollout.store.TurnStore.Orders;
import java.time.Duration;
import java.time.Instant;
import java.util.List;
import java.util.Map;
import java.util.function.Function;

/** A host's question whether it may switch now, with what was read for it: under locks when it is asked, without when it is explained. */
record Claim(Case of, Turn turn, Orders orders, long epoch, Claimant host, Room room, Instant now) {
    /** What claims of one rollout share: what it was asked to do, the stop switch, what is quarantined, and schedules by labels. */
    record Case(
            RolloutRow rollout,
            RolloutSpec spec,
            Policy policy,
            StopStore.StopRow stop,
            Bars bars,
            Function<Map<String, String>, Schedule> schedules) {}

    RolloutRow rollout() {
        return of.rollout();
    }

    RolloutSpec spec() {
        return of.spec();
    }

    Policy policy() {
        return of.policy();
    }

    StopStore.StopRow stop() {
        return of.stop();
    }

    TurnStore.Epochs epochs() {
        return new TurnStore.Epochs(epoch, orders.epoch());
    }

    boolean goesBack() {
        return orders.directive() == Directive.ROLLBACK;
    }

    boolean isClaimed() {
        return turn.state().equals("CLAIMED") || turn.state().equals("SETTLED");
    }

    boolean isGoingBack() {
        return turn.rollbackClaimedAt() != null && !turn.rollbackFailed();
    }

    /** How long the host has, once granted. */
    Duration deadline() {
        var waves = spec().waves();
        return waves.get(Math.min(turn.wave(), waves.size() - 1)).deadline();
    }

    List<Allowance> allowances() {
        return room.allowances();
    }
}
