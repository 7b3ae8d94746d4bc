package dev.breakwater.rollout;

import dev.breakwater.convoy.Convoy;
import dev.breakwater.convoy.Crew;
import dev.breakwater.convoy.Limits;
import dev.breakwater.convoy.Outcome;
import dev.breakwater.convoy.Outcome.Answered;
import dev.breakwater.host.HostId;
import dev.breakwater.rollout.ClaimAnswer.Withdrawn;
import dev.breakwater.rollout.store.TurnStore;
import java.time.Duration;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.TreeMap;
import java.util.UUID;
import java.util.stream.Collectors;
import org.springframework.beans.factory.DisposableBean;
import org.springframework.stereotype.Component;
import org.springframework.transaction.support.TransactionTemplate;

/** Answers claims, those of one rollout that wait at the same time in one transaction. When this returns, what was granted is durable. */
@Component
class Claims implements Crew<Claims.Asked, ClaimAnswer>, DisposableBean {
    private static final Limits LIMITS = new Limits(10_000, 200, 2, Duration.ofSeconds(10));
    private static final Withdrawn NOTHING = new Withdrawn("withdrawn", "No rollout offers this host anything.");

    private final TurnStore turns;
    private final Conflicts conflicts;
    private final ClaimRound round;
    private final TransactionTemplate transactions;
    private final Convoy<Asked, ClaimAnswer> convoy;

    Claims(TurnStore turns, Conflicts conflicts, ClaimRound round, TransactionTemplate transactions) {
        this.turns = turns;
        this.conflicts = conflicts;
        this.round = round;
        this.transactions = transactions;
        this.convoy = new Convoy<>("claims", LIMITS, this);
    }

    /** {@code newestEpoch}: the newest one the host has acted under; 0 for none. */
    record Asked(HostId host, long epoch, long newestEpoch) {}

    ClaimAnswer claim(Asked asked) {
        return convoy.join(asked);
    }

    @Override
    public Object key(Asked asked) {
        return asked.host();
    }

    /** One transaction per rollout. Where a later one fails, those before are answered again: what was granted is granted again. */
    @Override
    public List<Outcome<ClaimAnswer>> together(List<Asked> all) {
        conflicts.heard(all.stream().collect(Collectors.toMap(Asked::host, Asked::newestEpoch)));
        var answers = new HashMap<UUID, ClaimAnswer>();
        byRollout(all).forEach((rollout, asked) -> answers.putAll(answers(rollout, asked)));
        return all.stream()
                .<Outcome<ClaimAnswer>>map(asked ->
                        new Answered<>(answers.getOrDefault(asked.host().value(), NOTHING)))
                .toList();
    }

    @Override
    public ClaimAnswer alone(Asked asked) {
        return ((Answered<ClaimAnswer>) together(List.of(asked)).getFirst()).answer();
    }

    @Override
    public void destroy() {
        convoy.close();
    }

    private Map<UUID, ClaimAnswer> answers(UUID rollout, Map<UUID, Long> asked) {
        return Objects.requireNonNull(transactions.execute(_ -> round.answers(rollout, asked)));
    }

    private Map<UUID, Map<UUID, Long>> byRollout(List<Asked> all) {
        var rollouts =
                turns.rolloutsOf(all.stream().map(asked -> asked.host().value()).toList());
        var byRollout = new TreeMap<UUID, Map<UUID, Long>>();
        for (var asked : all) {
            var rollout = rollouts.get(asked.host().value());
            if (rollout != null) {
                byRollout
                        .computeIfAbsent(rollout, _ -> new HashMap<>())
                        .put(asked.host().value(), asked.epoch());
            }
        }
        return byRollout;
    }
}
