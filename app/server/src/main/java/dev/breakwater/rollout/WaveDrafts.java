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
        gates.requireKnown(gates(spec));
    }

    void write(UUID rollout, RolloutSpec spec, Plan plan) {
        for (int wave = 0; wave < spec.waves().size(); wave++) {
            var policy = spec.waves().get(wave);
            var hosts = plan.waves().get(wave).hosts().size();
            waves.insert(rollout, wave, policy.name(), specs.write(policy), hosts);
        }
        gates.copy(rollout, gates(spec));
    }

    private static List<List<String>> gates(RolloutSpec spec) {
        return spec.waves().stream().map(RolloutSpec.Wave::gates).toList();
    }
}
