package dev.breakwater.rollout;

import dev.breakwater.rollout.engine.plan.Plan;
import dev.breakwater.rollout.gate.GateSnapshots;
import dev.breakwater.rollout.store.WaveStore;
import java.util.List;
import java.util.UUID;
import org.springframework.stereotype.Component;

/** Writes a draft's waves, and the gates they name as these are defined just now. */
@Component
class WaveDrafts {
    private final WaveStore waves;
    private final GateSnapshots gates;
    private final SpecJson specs;

    WaveDrafts(WaveStore waves, GateSnapshots gates, SpecJson specs) {
        this.waves = waves;
        this.gates = gates;
        this.specs = specs;
    }

    /** Refuses gates that nobody has defined. */
    void requireGates(RolloutSpec spec) {
        gates.requireKnown(gates(spec.waves()));
    }

    void write(UUID rollout, RolloutSpec spec, Plan plan) {
        var steered = spec.steeredWaves();
        for (int wave = 0; wave < steered.size(); wave++) {
            var policy = steered.get(wave);
            waves.insert(rollout, wave, policy.name(), specs.write(policy), planned(plan, wave));
        }
        gates.copy(rollout, gates(steered));
    }

    /** None in the wave of newcomers. */
    private static int planned(Plan plan, int wave) {
        return wave < plan.waves().size() ? plan.waves().get(wave).hosts().size() : 0;
    }

    private static List<List<String>> gates(List<RolloutSpec.Wave> waves) {
        return waves.stream().map(RolloutSpec.Wave::gates).toList();
    }
}
