package dev.breakwater.rollout;

import dev.breakwater.rollout.States.State;
import dev.breakwater.rollout.Waits.Standing;
import dev.breakwater.rollout.engine.Explanation;
import dev.breakwater.rollout.engine.Explanation.Rule;
import dev.breakwater.rollout.store.RolloutStore;
import dev.breakwater.rollout.store.StopStore;
import java.time.Clock;
import java.util.ArrayList;
import java.util.List;
import org.springframework.stereotype.Service;
import org.springframework.transaction.annotation.Transactional;

/** Answers why a rollout is not further: the engine's rules, and those that every claim must pass. */
@Service
@Transactional(readOnly = true)
public class RolloutExplanations {
    private final RolloutStore rollouts;
    private final States states;
    private final StopStore stops;
    private final PutOffs putOffs;
    private final Waits waits;
    private final Clock clock;

    RolloutExplanations(
            RolloutStore rollouts, States states, StopStore stops, PutOffs putOffs, Waits waits, Clock clock) {
        this.rollouts = rollouts;
        this.states = states;
        this.stops = stops;
        this.putOffs = putOffs;
        this.waits = waits;
        this.clock = clock;
    }

    public ExplainView explain(RolloutId id) {
        var row = rollouts.find(id.value()).orElseThrow(() -> new RolloutNotFound(id));
        var state = states.of(row, clock.instant());
        var explanation = Explanation.of(state.rollout(), state.now());
        var standing = waits.of(state);
        var rules = new ArrayList<>(explanation.rules());
        var phase = row.phase();
        if (state.rollout().grantsClaims() && !phase.isTerminal()) {
            rules.addAll(claimRules(state, standing));
            rules.add(calendars(standing));
        }
        if (state.conflicts() > 0) {
            rules.add(new Rule(
                    "no host in conflict after a restore",
                    false,
                    "%d hosts have seen more than this database knows".formatted(state.conflicts())));
        }
        var waiting = standing.waiting(explanation.waiting());
        return new ExplainView(
                waiting.waitingFor() == null
                        ? explanation.sentence()
                        : "%s: it waits for %s.".formatted(phase.name(), waiting.waitingFor()),
                Views.waitingFor(state, waiting),
                standing.closed() == null ? Views.nextCheck(state, waiting) : waiting.nextCheckAt(),
                rules);
    }

    private List<Rule> claimRules(State state, Standing standing) {
        var stop = stops.read();
        var rules = new ArrayList<Rule>();
        rules.add(new Rule(
                "no global stop",
                !stop.stopped(),
                stop.stopped() ? "stopped: " + stop.reason() : "claims are granted"));
        rules.addAll(putOffs.rules(state, standing.told()));
        return rules;
    }

    private static Rule calendars(Standing standing) {
        var override = standing.override();
        var closed = standing.closed();
        if (override != null) {
            var evidence = "overridden by %s: %s".formatted(override.actor(), override.reason());
            return new Rule("windows and freezes", true, evidence);
        }
        var evidence = closed == null ? "they do not keep every host of the wave waiting" : closed.why();
        return new Rule("windows and freezes", closed == null, evidence);
    }
}
