package dev.breakwater.rollout;

import static java.util.Objects.requireNonNullElse;

import dev.breakwater.host.Selector;
import dev.breakwater.rollout.RolloutRequest.ApprovalRequest;
import dev.breakwater.rollout.RolloutRequest.Dependency;
import dev.breakwater.rollout.RolloutRequest.MissingArtifact;
import dev.breakwater.rollout.RolloutRequest.Newcomers;
import dev.breakwater.rollout.RolloutRequest.Overlap;
import dev.breakwater.rollout.RolloutRequest.WaveRequest;
import dev.breakwater.rollout.RolloutSpec.Awaited;
import dev.breakwater.rollout.engine.policy.Approvals;
import dev.breakwater.rollout.engine.policy.InvalidPolicy;
import dev.breakwater.rollout.engine.policy.OnFailure;
import dev.breakwater.rollout.engine.policy.RollbackPermission;
import dev.breakwater.rollout.engine.policy.RollbackScope;
import dev.breakwater.rollout.engine.policy.WavePolicy;
import dev.breakwater.rollout.engine.policy.WaveSize;
import dev.breakwater.web.InvalidField;
import java.time.Duration;
import java.util.ArrayList;
import java.util.List;
import java.util.UUID;
import java.util.function.Function;
import org.jspecify.annotations.Nullable;

/** Makes a spec of a request, whose profile has been filled in: refuses what is wrong, by name, and fills in the defaults. */
final class RequestReader {
    private static final int LONGEST_NAME = 200;
    private static final int MIN_HEALTHY = 2;
    private static final Duration DEADLINE = Duration.ofMinutes(30);

    private RequestReader() {}

    /** {@code calendars} finds those that are named. */
    static RolloutSpec read(RolloutRequest request, Function<List<String>, List<UUID>> calendars) {
        try {
            var spec = spec(request, waves(request), calendars);
            requireDomains(spec);
            spec.policy().waves().forEach(wave -> requireSelector(wave.size()));
            return spec;
        } catch (InvalidPolicy invalid) {
            throw new InvalidField("/" + invalid.field(), invalid.rule());
        }
    }

    static String name(RolloutRequest request) {
        var name = required("/name", request.name()).strip();
        if (name.isEmpty() || name.length() > LONGEST_NAME) {
            throw new InvalidField("/name", "must have between 1 and " + LONGEST_NAME + " characters");
        }
        return name;
    }

    static Selector selector(RolloutRequest request) {
        return Selector.parse(required("/selector", request.selector()));
    }

    static <T> T required(String pointer, @Nullable T value) {
        if (value == null) {
            throw new InvalidField(pointer, "is required");
        }
        return value;
    }

    private static RolloutSpec spec(
            RolloutRequest request, List<RolloutSpec.Wave> waves, Function<List<String>, List<UUID>> calendars) {
        var schedule = requireNonNullElse(request.schedule(), new RolloutRequest.Schedule(null, null, null));
        return new RolloutSpec(
                waves,
                request.profile(),
                request.maxUnavailable(),
                request.maxUnavailablePerDomain(),
                request.startRate(),
                requireNonNullElse(request.spreadBy(), List.of()),
                requireNonNullElse(request.cover(), List.of()),
                requireNonNullElse(request.minHealthy(), MIN_HEALTHY),
                request.expectedFailureRate(),
                schedule.notBefore(),
                calendars.apply(requireNonNullElse(schedule.calendars(), List.of())),
                schedule.overrun(),
                requireNonNullElse(request.overlap(), Overlap.REJECT),
                requireNonNullElse(request.missingArtifact(), MissingArtifact.REJECT),
                requireNonNullElse(request.newcomers(), Newcomers.IGNORE),
                awaited(requireNonNullElse(request.dependsOn(), List.of())),
                approvals(request.approvals()),
                requireNonNullElse(request.onFailure(), OnFailure.ROLLBACK),
                requireNonNullElse(request.rollback(), RollbackPermission.ALLOWED),
                requireNonNullElse(request.rollbackScope(), RollbackScope.ROLLOUT),
                requireNonNullElse(request.rollbackDeadline(), DEADLINE),
                request.rollbackMaxUnavailable(),
                requireNonNullElse(request.rollbackMaxFailed(), "0"),
                requireNonNullElse(request.finalSoak(), Duration.ZERO));
    }

    private static List<Awaited> awaited(List<? extends @Nullable Dependency> dependencies) {
        var awaited = new ArrayList<Awaited>();
        for (var dependency : dependencies) {
            var pointer = "/dependsOn/" + awaited.size();
            var rollout = required(
                    pointer + "/rolloutId", required(pointer, dependency).rolloutId());
            awaited.add(new Awaited(rollout, requireNonNullElse(dependency.soak(), Duration.ZERO)));
        }
        return awaited;
    }

    private static Approvals approvals(@Nullable ApprovalRequest approvals) {
        if (approvals == null) {
            return Approvals.ONE;
        }
        return new Approvals(
                requireNonNullElse(approvals.required(), Approvals.ONE.required()),
                requireNonNullElse(approvals.from(), List.of()),
                requireNonNullElse(approvals.validFor(), Approvals.ONE.validFor()));
    }

    private static List<RolloutSpec.Wave> waves(RolloutRequest request) {
        var waves = new ArrayList<RolloutSpec.Wave>();
        for (var wave : required("/waves", request.waves())) {
            waves.add(wave(required("/waves/" + waves.size(), wave), waves.size()));
        }
        return waves;
    }

    private static RolloutSpec.Wave wave(WaveRequest wave, int index) {
        var pointer = "/waves/" + index;
        return new RolloutSpec.Wave(
                waveName(
                        pointer + "/name",
                        required(pointer + "/name", wave.name()).strip()),
                required(pointer + "/size", wave.size()).strip(),
                requireNonNullElse(wave.soak(), Duration.ZERO),
                requireNonNullElse(wave.maxFailed(), index == 0 ? "0" : "2%"),
                wave.minSettled(),
                requireNonNullElse(wave.deadline(), DEADLINE),
                requireNonNullElse(wave.approval(), false),
                requireNonNullElse(wave.gates(), List.of()));
    }

    private static void requireDomains(RolloutSpec spec) {
        if (spec.maxUnavailablePerDomain() != null && spec.spreadBy().isEmpty()) {
            throw new InvalidField("/spreadBy", "must name the labels that make a failure domain");
        }
        for (var i = 0; i < spec.spreadBy().size(); i++) {
            requireKey(spec.spreadBy().get(i), "/spreadBy/" + i);
        }
    }

    private static void requireKey(String key, String pointer) {
        var absent = "!" + key;
        if (key.contains(",") || !Selector.parse(absent, pointer).toString().equals(absent)) {
            throw new InvalidField(pointer, "must be the key of a label");
        }
    }

    private static void requireSelector(WaveSize size) {
        if (size instanceof WaveSize.Matching(var selector)) {
            Selector.parse(selector);
        }
    }

    /** Whether newcomers join or not: what is so called means the same in every rollout. */
    private static String waveName(String pointer, String name) {
        if (name.equalsIgnoreCase(WavePolicy.NEWCOMERS)) {
            throw new InvalidField(pointer, "is kept for the wave of hosts that join behind the plan");
        }
        return name;
    }
}
