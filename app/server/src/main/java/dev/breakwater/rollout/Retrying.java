package dev.breakwater.rollout;

import dev.breakwater.generation.Generation;
import dev.breakwater.generation.GenerationId;
import dev.breakwater.generation.Generations;
import dev.breakwater.rollout.engine.Phase.Halted;
import dev.breakwater.rollout.store.RolloutRow;
import dev.breakwater.rollout.store.StandingQuarantineStore;
import org.springframework.stereotype.Component;

/** Whether a rollout may go on: what failed is quarantined, and nothing quarantined is offered before it is released. */
@Component
class Retrying {
    private final StandingQuarantineStore quarantines;
    private final Generations generations;

    Retrying(StandingQuarantineStore quarantines, Generations generations) {
        this.quarantines = quarantines;
        this.generations = generations;
    }

    /** A rollback is always tried again: it offers nothing new. */
    void allow(RolloutRow row) {
        if (row.phase() instanceof Halted halted && !halted.takingBack()) {
            requireOfferable(row);
        }
    }

    void requireOfferable(RolloutRow row) {
        quarantines.standing(row.generationId()).stream()
                .filter(it -> it.selector().isEmpty() || it.selector().equals(row.selector()))
                .findFirst()
                .ifPresent(it -> {
                    throw new GenerationQuarantined(name(row), it.selector(), it.reason());
                });
    }

    private String name(RolloutRow row) {
        return generations
                .find(new GenerationId(row.generationId()))
                .map(Generation::name)
                .orElse("of this rollout");
    }
}
