package dev.breakwater.rollout;

import dev.breakwater.rollout.store.PassStore;
import dev.breakwater.rollout.store.RolloutStore;
import dev.breakwater.rollout.store.StopStore;
import dev.breakwater.rollout.store.TurnStore;
import java.time.Clock;
import java.time.Instant;
import java.time.ZoneOffset;
import java.util.Objects;
import org.springframework.stereotype.Component;
import org.springframework.transaction.support.TransactionTemplate;

/** The server's own claims, asked at another time. */
@Component
record ClaimsAt(
        RolloutStore rollouts,
        TurnStore turns,
        StopStore stops,
        ClaimRules rules,
        PassStore passes,
        TransactionTemplate transactions) {
    ClaimAnswer claim(Player player, long epoch, Instant now) {
        var claims = new Claims(rollouts, turns, stops, rules, passes, Clock.fixed(now, ZoneOffset.UTC));
        return Objects.requireNonNull(transactions.execute(_ -> claims.claim(player.id, epoch)));
    }
}
