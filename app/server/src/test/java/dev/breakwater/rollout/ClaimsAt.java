package dev.breakwater.rollout;

import static java.util.Objects.requireNonNull;

import dev.breakwater.rollout.store.ClaimStore;
import dev.breakwater.rollout.store.RolloutStore;
import dev.breakwater.rollout.store.StopStore;
import dev.breakwater.rollout.store.TurnStore;
import java.time.Clock;
import java.time.Instant;
import java.time.ZoneOffset;
import java.util.List;
import java.util.Map;
import org.springframework.stereotype.Component;
import org.springframework.transaction.support.TransactionTemplate;

/** The server's own claims, asked at another time. */
@Component
record ClaimsAt(
        Rows rows, Claimants.Terms terms, ClaimRules rules, Granting granting, TransactionTemplate transactions) {
    @Component
    record Rows(RolloutStore rollouts, TurnStore turns, StopStore stops, ClaimStore hosts) {}

    ClaimAnswer claim(Player player, long epoch, Instant now) {
        var then = new Claimants.Terms(
                terms.specs(), terms.rations(), terms.restraints(), Clock.fixed(now, ZoneOffset.UTC));
        var claimants = new Claimants(rows.rollouts(), rows.turns(), rows.stops(), rows.hosts(), then);
        var host = player.id.value();
        var round = new ClaimRound(claimants, rules, granting);
        var rollout = requireNonNull(rows.turns().rolloutsOf(List.of(host)).get(host));
        var answers = transactions.execute(_ -> round.answers(rollout, Map.of(host, epoch)));
        return requireNonNull(requireNonNull(answers).get(host));
    }
}
