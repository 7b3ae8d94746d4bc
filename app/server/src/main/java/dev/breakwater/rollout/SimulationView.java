package dev.breakwater.rollout;

import dev.breakwater.rollout.engine.policy.Policy;
import dev.breakwater.rollout.engine.simulate.Assumed;
import dev.breakwater.rollout.engine.simulate.Forecast;
import dev.breakwater.rollout.engine.simulate.Forecast.Spread;
import io.swagger.v3.oas.annotations.media.Schema;
import java.util.ArrayList;
import java.util.List;

/**
 * What a defect would do. {@code hostsHit} are broken hosts, {@code hostsMoved} all that run the generation when the rollout stops; of
 * each the mean, and the values that 5, 50 and 95 of 100 plays do not exceed. {@code detected} is the share of plays that were stopped.
 */
@Schema(name = "Simulation")
public record SimulationView(
        Spread hostsHit,
        Spread hostsMoved,
        double detected,
        List<StoppedAt> stoppedAt,
        double completes,
        double defectRate,
        int runs,
        long seed,
        List<String> assumptions) {

    @Schema(name = "SimulationStop")
    public record StoppedAt(String wave, double share) {}

    static SimulationView of(Forecast forecast, Assumed assumed, Policy policy) {
        var stops = new ArrayList<StoppedAt>();
        for (int wave = 0; wave < policy.waves().size(); wave++) {
            stops.add(new StoppedAt(
                    policy.waves().get(wave).name(), forecast.stopped().get(wave)));
        }
        return new SimulationView(
                forecast.hit(),
                forecast.moved(),
                1 - forecast.completed(),
                stops,
                forecast.completed(),
                assumed.defectRate(),
                forecast.runs(),
                assumed.seed(),
                assumptions(policy));
    }

    private static List<String> assumptions(Policy policy) {
        var limit = policy.limits().maxUnavailable();
        return List.of(
                "From p05 to p95 lie the hosts hit in 90 of 100 plays; it is the spread of chance under these assumptions, not of the rate.",
                "Each host breaks independently with the same chance, reports it at once, and nothing else fails.",
                limit == null
                        ? "No maxUnavailable: all hosts of a wave are on their way when its first host reports."
                        : "At most %s of the hosts are on their way at once; those count as moved when the rollout stops."
                                .formatted(limit),
                "Gates pass, approvals are given, and hosts report in random order; maxUnavailablePerDomain and startRate are left out, which can only spare hosts.",
                "%s %% of hosts are expected to fail anyway."
                        .formatted(policy.trial().expectedFailureRate() * 100));
    }
}
