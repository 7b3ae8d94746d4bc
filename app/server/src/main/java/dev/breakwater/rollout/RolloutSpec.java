package dev.breakwater.rollout;

import com.fasterxml.jackson.annotation.JsonIgnore;
import dev.breakwater.calendar.Overrun;
import dev.breakwater.rollout.RolloutRequest.MissingArtifact;
import dev.breakwater.rollout.RolloutRequest.Newcomers;
import dev.breakwater.rollout.RolloutRequest.Overlap;
import dev.breakwater.rollout.engine.policy.Approvals;
import dev.breakwater.rollout.engine.policy.Budget;
import dev.breakwater.rollout.engine.policy.Clearance;
import dev.breakwater.rollout.engine.policy.InvalidPolicy;
import dev.breakwater.rollout.engine.policy.Limit;
import dev.breakwater.rollout.engine.policy.Limits;
import dev.breakwater.rollout.engine.policy.OnFailure;
import dev.breakwater.rollout.engine.policy.Percentage;
import dev.breakwater.rollout.engine.policy.Policy;
import dev.breakwater.rollout.engine.policy.Rate;
import dev.breakwater.rollout.engine.policy.RollbackPermission;
import dev.breakwater.rollout.engine.policy.RollbackPolicy;
import dev.breakwater.rollout.engine.policy.RollbackScope;
import dev.breakwater.rollout.engine.policy.Spread;
import dev.breakwater.rollout.engine.policy.Trial;
import dev.breakwater.rollout.engine.policy.WavePolicy;
import dev.breakwater.rollout.engine.policy.WaveSize;
import io.swagger.v3.oas.annotations.media.Schema;
import java.time.Duration;
import java.time.Instant;
import java.util.ArrayList;
import java.util.List;
import java.util.Objects;
import java.util.UUID;
import org.jspecify.annotations.Nullable;

/** A request with every default filled in, as kept in {@code rollouts.spec}; SQL reads {@code rollbackDeadline} and waves' deadlines. */
public record RolloutSpec(
        List<Wave> waves,
        @Nullable String profile,
        @Nullable String maxUnavailable,
        @Nullable String maxUnavailablePerDomain,
        @Nullable String startRate,
        List<String> spreadBy,
        List<String> cover,
        int minHealthy,
        @Nullable String expectedFailureRate,
        @Nullable Instant notBefore,
        List<UUID> calendars,
        @Nullable Overrun overrun,
        Overlap overlap,
        MissingArtifact missingArtifact,
        Newcomers newcomers,
        List<Awaited> dependsOn,
        Approvals approvals,
        OnFailure onFailure,
        RollbackPermission rollback,
        RollbackScope rollbackScope,
        Duration rollbackDeadline,
        @Nullable String rollbackMaxUnavailable,
        String rollbackMaxFailed,
        Duration finalSoak) {

    private static final String EXPECTED_FAILURE_RATE = "1%";

    @Schema(name = "WaveSpec")
    public record Wave(
            String name,
            String size,
            Duration soak,
            String maxFailed,
            @Nullable String minSettled,
            Duration deadline,
            boolean approval,
            List<String> gates) {

        public Wave {
            gates = List.copyOf(gates);
        }

        static Wave of(WavePolicy policy) {
            var budget = policy.budget();
            return new Wave(
                    policy.name(),
                    policy.size().toString(),
                    policy.soak(),
                    budget.maxFailed().toString(),
                    budget.minSettled() == null ? null : budget.minSettled().toString(),
                    policy.deadline(),
                    policy.clearance().approval(),
                    policy.clearance().gates());
        }

        WavePolicy policy() {
            var clearance = new Clearance(gates, approval);
            return new WavePolicy(name, WaveSize.parse(size), soak, deadline, budget(), clearance);
        }

        private Budget budget() {
            return new Budget(Limit.parse("maxFailed", maxFailed), limit("minSettled", minSettled));
        }
    }

    /** A rollout that must have been completed for so long. */
    public record Awaited(UUID rolloutId, Duration soak) {}

    public RolloutSpec {
        waves = List.copyOf(waves);
        spreadBy = List.copyOf(spreadBy);
        cover = List.copyOf(cover);
        calendars = List.copyOf(calendars);
        dependsOn = List.copyOf(dependsOn);
    }

    /** Throws {@link InvalidPolicy} naming the field and the rule. */
    @JsonIgnore
    public Policy policy() {
        return new Policy(wavePolicies(), limits(), new Spread(spreadBy, cover), trial(), approvals, rollbackPolicy());
    }

    /** What runs: the plan's policy, and where newcomers join, that of their wave behind it. */
    @JsonIgnore
    public Policy steered() {
        return newcomers == Newcomers.JOIN ? policy().joinedByNewcomers() : policy();
    }

    /** Every wave that runs, as written down. */
    List<Wave> steeredWaves() {
        if (newcomers == Newcomers.IGNORE) {
            return waves;
        }
        var joined = new ArrayList<>(waves);
        joined.add(Wave.of(steered().waves().getLast()));
        return joined;
    }

    /** With as much care about going back as the generation asks for. */
    RolloutSpec within(RollbackPermission least) {
        return least.compareTo(rollback) <= 0
                ? this
                : new RolloutSpec(
                        waves,
                        profile,
                        maxUnavailable,
                        maxUnavailablePerDomain,
                        startRate,
                        spreadBy,
                        cover,
                        minHealthy,
                        expectedFailureRate,
                        notBefore,
                        calendars,
                        overrun,
                        overlap,
                        missingArtifact,
                        newcomers,
                        dependsOn,
                        approvals,
                        onFailure,
                        least,
                        rollbackScope,
                        rollbackDeadline,
                        rollbackMaxUnavailable,
                        rollbackMaxFailed,
                        finalSoak);
    }

    private Limits limits() {
        return new Limits(
                limit("maxUnavailable", maxUnavailable),
                limit("maxUnavailablePerDomain", maxUnavailablePerDomain),
                startRate == null ? null : Rate.parse("startRate", startRate));
    }

    private Trial trial() {
        var rate = Objects.requireNonNullElse(expectedFailureRate, EXPECTED_FAILURE_RATE);
        return new Trial(minHealthy, finalSoak, Percentage.parse("expectedFailureRate", rate));
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
                rollback,
                rollbackScope,
                rollbackDeadline,
                limit("rollbackMaxUnavailable", rollbackMaxUnavailable),
                Limit.parse("rollbackMaxFailed", rollbackMaxFailed));
    }

    private static @Nullable Limit limit(String field, @Nullable String text) {
        return text == null ? null : Limit.parse(field, text);
    }
}
