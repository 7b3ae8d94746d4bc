package dev.breakwater.rollout;

import dev.breakwater.host.HostId;
import dev.breakwater.rollout.Claim.Case;
import dev.breakwater.rollout.store.ClaimStore;
import dev.breakwater.rollout.store.RolloutStore;
import dev.breakwater.rollout.store.StopStore;
import dev.breakwater.rollout.store.Turn;
import dev.breakwater.rollout.store.TurnStore;
import dev.breakwater.rollout.store.TurnStore.Orders;
import java.time.Clock;
import java.util.Optional;
import org.springframework.stereotype.Component;

/** Gathers what the rules of a claim look at. */
@Component
class Claimants {
    private final RolloutStore rollouts;
    private final TurnStore turns;
    private final StopStore stops;
    private final ClaimStore hosts;
    private final Terms terms;

    Claimants(RolloutStore rollouts, TurnStore turns, StopStore stops, ClaimStore hosts, Terms terms) {
        this.rollouts = rollouts;
        this.turns = turns;
        this.stops = stops;
        this.hosts = hosts;
        this.terms = terms;
    }

    /** Of a host that asks, under the locks of its rollout, the stop and its own row, in that order. Empty: nothing steers it. */
    Optional<Claim> asking(HostId host, long epoch) {
        var rollout = turns.rolloutOf(host.value()).flatMap(rollouts::lock);
        if (rollout.isEmpty()) {
            return Optional.empty();
        }
        var stop = stops.share();
        var of = Case.of(rollout.get(), terms.specs().read(rollout.get().spec()), stop);
        return turns.lock(host.value())
                .filter(turn -> turn.rolloutId().equals(of.rollout().id()))
                .map(turn -> claim(of, turn, turns.orders(turn), epoch, true));
    }

    /** Of a host that would ask now, under the epoch in force. Locks nothing. */
    Optional<Claim> wouldAsk(HostId host) {
        return turns.find(host.value())
                .flatMap(turn -> rollouts.find(turn.rolloutId())
                        .map(rollout -> Case.of(rollout, terms.specs().read(rollout.spec()), stops.read()))
                        .map(of -> {
                            var orders = turns.orders(turn);
                            return claim(of, turn, orders, orders.epoch(), false);
                        }));
    }

    private Claim claim(Case of, Turn turn, Orders orders, long epoch, boolean locks) {
        var now = terms.clock().instant();
        var host = hosts.claimant(turn.hostId(), now);
        var allowances = Allowance.of(of.policy(), of.rollout().selector(), host.labels());
        var room = locks
                ? terms.rations().locked(host.labels(), allowances, now)
                : terms.rations().seen(host.labels(), allowances, now);
        return new Claim(of, turn, orders, epoch, host, room, now);
    }

    /** How specs are read, who keeps count, and when it is. */
    @Component
    record Terms(SpecJson specs, Rations rations, Clock clock) {}
}
