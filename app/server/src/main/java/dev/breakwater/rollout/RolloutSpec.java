package dev.breakwater.rollout;

import com.fasterxml.jackson.annotation.JsonIgnore;
import dev.breakwater.rollout.RolloutRequest.MissingArtifact;
import dev.breakwater.rollout.RolloutRequest.Overlap;
import dev.breakwater.rollout.engine.policy.Budget;
import dev.breakwater.rollout.engine.policy.InvalidPolicy;
import dev.breakwater.rollout.engine.policy.Limit;
import dev.breakwater.rollout.engine.policy.OnFailure;
import dev.breakwater.rollout.engine.policy.Policy;
import dev.breakwater.rollout.engine.policy.RollbackPolicy;
import dev.breakwater.rollout.engine.policy.RollbackScope;
import dev.breakwater.rollout.engine.policy.WavePolicy;
import dev.breakwater.rollout.engine.policy.WaveSize;
import io.swagger.v3.oas.annotations.media.Schema;
import java.time.Duration;
import java.time.Instant;
import java.util.ArrayList;
import java.util.List;
import org.jspecify.annotations.Nullable;

/** A request with every default filled in, as kept in {@code rollouts.spec}; SQL reads {@code rollbackDeadline} and waves' deadlines. */
public record RolloutSpec(
        List<Wave> waves,
        @Nullable String maxUnavailable,
        int minHealthy,
        @Nullable Instant notBefore,
        Overlap overlap,
        MissingArtifact missingArtifact,
        OnFailure onFailure,
        RollbackScope rollbackScope,
        Duration rollbackDeadline,
        @Nullable String rollbackMaxUnavailable,
        String rollbackMaxFailed,
        Duration finalSoak) {

    @Schema(name = "WaveSpec")
    public record Wave(
            String name,
            String size,
            Duration soak,
            String maxFailed,
            @Nullable String minSettled,
            Duration deadline,
            boolean approval) {

        WavePolicy policy() {
            return new WavePolicy(name, WaveSize.parse(size), soak, deadline, budget(), approval);
        }

        private Budget budget() {
            return new Budget(Limit.parse("maxFailed", maxFailed), limit("minSettled", minSettled));
        }
    }

    public RolloutSpec {
        waves = List.copyOf(waves);
    }

    /** Throws {@link InvalidPolicy} naming the field and the rule. */
    @JsonIgnore
    public Policy policy() {
        return new Policy(
                wavePolicies(), limit("maxUnavailable", maxUnavailable), minHealthy, finalSoak, rollbackPolicy());
    }

    private List<WavePolicy> wavePolicies() {
        var policies = new ArrayList<WavePolicy>();
        for (int wave = 0; wave < waves.size(); wave++) {
            try {
                policies.add(waves.get(wave).policy());
            } catch (InvalidPolicy invalid) {
                throw invalid.under("waves/" + wave);
            }
        }
        return policies;
    }

    private RollbackPolicy rollbackPolicy() {
        return new RollbackPolicy(
                onFailure,
                rollbackScope,
                rollbackDeadline,
                limit("rollbackMaxUnavailable", rollbackMaxUnavailable),
                Limit.parse("rollbackMaxFailed", rollbackMaxFailed));
    }

    private static @Nullable Limit limit(String field, @Nullable String text) {
        return text == null ? null : Limit.parse(field, text);
    }
}
