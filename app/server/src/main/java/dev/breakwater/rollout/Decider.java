package dev.breakwater.rollout;

import static java.time.temporal.ChronoUnit.MICROS;

import dev.breakwater.rollout.engine.Decision;
import dev.breakwater.rollout.engine.Engine;
import dev.breakwater.rollout.engine.Event;
import dev.breakwater.rollout.engine.Outcome.Ignored;
import dev.breakwater.rollout.engine.Outcome.Moved;
import dev.breakwater.rollout.engine.Outcome.Refused;
import dev.breakwater.rollout.engine.Phase.Completed;
import dev.breakwater.rollout.engine.Rollout;
import dev.breakwater.rollout.store.RolloutRow;
import dev.breakwater.rollout.store.RolloutStore;
import dev.breakwater.rollout.store.WaveStore;
import java.time.Clock;
import java.time.Instant;
import java.util.Objects;
import java.util.UUID;
import org.springframework.stereotype.Component;
import org.springframework.transaction.annotation.Transactional;

/**
 * One decision, one transaction: lock, rebuild, decide, save, carry out, tell. All progress is in rows, so that a crash at any point
 * leaves either all of a decision or nothing of it.
 */
@Component
class Decider {
    private final RolloutStore rollouts;
    private final WaveStore waves;
    private final States states;
    private final Commands commands;
    private final Narration narration;
    private final Clock clock;

    Decider(
            RolloutStore rollouts,
            WaveStore waves,
            States states,
            Commands commands,
            Narration narration,
            Clock clock) {
        this.rollouts = rollouts;
        this.waves = waves;
        this.states = states;
        this.commands = commands;
        this.narration = narration;
        this.clock = clock;
    }

    @Transactional
    public Decision decide(UUID id, Event event) {
        var row = rollouts.lock(id).orElseThrow(() -> new RolloutNotFound(new RolloutId(id)));
        var now = clock.instant().truncatedTo(MICROS);
        var before = states.underLock(row, now).rollout();
        var decision = Engine.decide(before, event, now);
        if (decision.outcome() instanceof Ignored || decision.outcome() instanceof Refused) {
            return decision; // nothing was decided: whatever alarm is armed stays armed
        }
        save(row, before, decision, now);
        commands.carryOut(row, decision, now);
        narration.tell(row, decision, now);
        return decision;
    }

    private void save(RolloutRow row, Rollout before, Decision decision, Instant now) {
        var next = decision.next();
        for (int wave = 0; wave < next.waves().size(); wave++) {
            if (changed(before, next, wave)) {
                waves.save(row.id(), wave, next.waves().get(wave), next.soakUntil(wave));
            }
        }
        if (decision.outcome() instanceof Moved(var transitions)) {
            rollouts.move(row.id(), next.phase(), transitions.getLast().cause().reason(), now);
            if (next.phase() instanceof Completed) {
                rollouts.shown(row.id(), next.tally());
            }
        }
    }

    private static boolean changed(Rollout before, Rollout next, int wave) {
        return !before.waves().get(wave).equals(next.waves().get(wave))
                || !Objects.equals(before.soakUntil(wave), next.soakUntil(wave));
    }
}
