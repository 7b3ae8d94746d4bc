package dev.breakwater.rollout;

import dev.breakwater.generation.GenerationId;
import dev.breakwater.generation.Generations;
import dev.breakwater.host.HostProperties;
import dev.breakwater.host.Selector;
import dev.breakwater.identity.Actor;
import dev.breakwater.rollout.engine.Command.AskGates;
import dev.breakwater.rollout.engine.Command.Direct;
import dev.breakwater.rollout.engine.Command.Quarantine;
import dev.breakwater.rollout.engine.Command.Release;
import dev.breakwater.rollout.engine.Command.RetryHosts;
import dev.breakwater.rollout.engine.Command.WakeAt;
import dev.breakwater.rollout.engine.Decision;
import dev.breakwater.rollout.engine.Directive;
import dev.breakwater.rollout.engine.Phase.Completed;
import dev.breakwater.rollout.store.CommandStore;
import dev.breakwater.rollout.store.RolloutRow;
import dev.breakwater.rollout.store.WaveStore;
import java.time.Instant;
import java.util.Objects;
import org.springframework.stereotype.Component;

/** Carries out what a decision commands, in its transaction, whatever the number of hosts by one statement each. */
@Component
class Commands {
    private final WaveStore waves;
    private final CommandStore hosts;
    private final Generations generations;
    private final Alarms alarms;
    private final ChangeFeed changes;
    private final HostProperties properties;

    Commands(
            WaveStore waves,
            CommandStore hosts,
            Generations generations,
            Alarms alarms,
            ChangeFeed changes,
            HostProperties properties) {
        this.waves = waves;
        this.hosts = hosts;
        this.generations = generations;
        this.alarms = alarms;
        this.changes = changes;
        this.properties = properties;
    }

    void carryOut(RolloutRow row, Decision decision, Instant now) {
        Instant wakeAt = null;
        for (var command : decision.commands()) {
            switch (command) {
                case Direct(int wave, var directive) -> direct(row, wave, directive, now);
                case Quarantine(var why) -> quarantine(row, why);
                case AskGates(int wave) -> waves.askGates(row.id(), wave, now);
                case RetryHosts(int wave) -> hosts.retry(row.id(), wave, now);
                case Release() -> hosts.release(row.id(), decision.next().phase() instanceof Completed, now);
                case WakeAt(var at) -> wakeAt = at;
            }
        }
        if (!Objects.equals(wakeAt, row.wakeAt())) {
            alarms.set(row.id(), wakeAt, now);
        }
    }

    private void direct(RolloutRow row, int wave, Directive directive, Instant now) {
        if (directive == Directive.OFFER) {
            hosts.defer(row.id(), wave, now.minus(properties.offlineAfter()), now);
        }
        waves.direct(row.id(), wave, directive, now);
        changes.announceAfterCommit(row.id());
    }

    private void quarantine(RolloutRow row, String why) {
        generations.quarantine(
                new GenerationId(row.generationId()),
                Selector.parse(row.selector()),
                why,
                row.id(),
                Actor.ENGINE.name());
    }
}
