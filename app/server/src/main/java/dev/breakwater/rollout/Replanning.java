package dev.breakwater.rollout;

import dev.breakwater.generation.GenerationId;
import dev.breakwater.host.Selector;
import dev.breakwater.rollout.Planning.Wish;
import dev.breakwater.rollout.store.RolloutRow;
import org.springframework.stereotype.Component;

/** The plan a draft would run now. */
@Component
class Replanning {
    private final Planning planning;
    private final Prognosis prognosis;

    Replanning(Planning planning, Prognosis prognosis) {
        this.planning = planning;
        this.prognosis = prognosis;
    }

    PlanView view(RolloutRow row, RolloutSpec spec) {
        var wish = new Wish(new GenerationId(row.generationId()), Selector.parse(row.selector()), spec, row.id());
        return prognosis.view(planning.plan(wish), spec);
    }
}
