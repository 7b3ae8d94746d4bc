package dev.breakwater.rollout;

import static java.util.Objects.requireNonNull;

import dev.breakwater.generation.GenerationId;
import dev.breakwater.host.HostId;
import dev.breakwater.rollout.Claim.Case;
import dev.breakwater.rollout.store.ClaimStore;
import dev.breakwater.rollout.store.ClaimStore.Claimant;
import dev.breakwater.rollout.store.RolloutRow;
import dev.breakwater.rollout.store.RolloutStore;
import dev.breakwater.rollout.store.StopStore;
import dev.breakwater.rollout.store.Turn;
import dev.breakwater.rollout.store.TurnStore;
import java.time.Clock;
import java.time.Instant;
import java.util.ArrayList;
import java.util.Collection;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.UUID;
import org.springframework.stereotype.Component;

/** Gathers what the rules of claims look at: for any number of hosts of one rollout, each thing is read once. */
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

    /** By host, and who is away; hosts that the rollout does not steer are missing. */
    record Asking(Map<UUID, Claim> claims, Ledger ledger) {}

    /** Of hosts that ask under these epochs, under the locks of their rollout, the stop and their own rows, in that order. */
    Optional<Asking> asking(UUID rollout, Map<UUID, Long> epochs) {
        var row = rollouts.lock(rollout);
        if (row.isEmpty()) {
            return Optional.empty();
        }
        var stop = stops.share();
        var held = turns.lock(epochs.keySet()).stream()
                .filter(turn -> turn.rolloutId().equals(rollout))
                .toList();
        return held.isEmpty() ? Optional.empty() : Optional.of(asking(of(row.get(), stop, held), held, epochs));
    }

    private Asking asking(Case of, List<Turn> held, Map<UUID, Long> epochs) {
        var now = terms.clock().instant();
        var asking = hosts.claimants(held.stream().map(Turn::hostId).toList(), now);
        var ledger = ledger(of, asking.values(), now);
        var orders = turns.orders(held);
        var claims = new LinkedHashMap<UUID, Claim>();
        for (var turn : held) {
            var host = requireNonNull(asking.get(turn.hostId()));
            var room = Room.kept(ledger, host.labels(), allowances(of, host));
            var epoch = requireNonNull(epochs.get(turn.hostId()));
            claims.put(
                    turn.hostId(),
                    new Claim(of, turn, requireNonNull(orders.get(turn.hostId())), epoch, host, room, now));
        }
        return new Asking(claims, ledger);
    }

    private Ledger ledger(Case of, Collection<Claimant> asking, Instant now) {
        var labels = new ArrayList<Map<String, String>>();
        var own = new ArrayList<Allowance>();
        for (var host : asking) {
            labels.add(host.labels());
            own.addAll(allowances(of, host));
        }
        return terms.rations().ledger(labels, own, now);
    }

    /** Of a host that would ask now, under the epoch in force. Locks nothing. */
    Optional<Claim> wouldAsk(HostId host) {
        return turns.find(host.value())
                .flatMap(turn -> rollouts.find(turn.rolloutId())
                        .map(rollout -> wouldAsk(of(rollout, stops.read(), List.of(turn)), turn)));
    }

    private Claim wouldAsk(Case of, Turn turn) {
        var now = terms.clock().instant();
        var orders = turns.orders(turn);
        var host = requireNonNull(hosts.claimants(List.of(turn.hostId()), now).get(turn.hostId()));
        var room = Room.seen(terms.rations(), host.labels(), allowances(of, host), now);
        return new Claim(of, turn, orders, orders.epoch(), host, room, now);
    }

    private Case of(RolloutRow rollout, StopStore.StopRow stop, List<Turn> held) {
        var spec = terms.specs().read(rollout.spec());
        var refs = held.stream().map(Turn::toRef).distinct().toList();
        var bars = terms.restraints().guard().of(new GenerationId(rollout.generationId()), refs);
        var named = CalendarRule.named(spec);
        var schedules =
                terms.restraints().calendars().schedules(named, terms.clock().instant());
        return new Case(rollout, spec, spec.policy(), stop, bars, schedules);
    }

    private static List<Allowance> allowances(Case of, Claimant host) {
        return Allowance.of(of.policy(), of.rollout().selector(), host.labels());
    }

    /** How specs are read, who keeps count, what else may stand against a claim, and when it is. */
    @Component
    record Terms(SpecJson specs, Rations rations, Restraints restraints, Clock clock) {}
}
