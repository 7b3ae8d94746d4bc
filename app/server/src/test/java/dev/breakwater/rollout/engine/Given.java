package dev.breakwater.rollout.engine;

import dev.breakwater.rollout.engine.Counts.Facts;
import dev.breakwater.rollout.engine.GateFact.Reading;
import dev.breakwater.rollout.engine.GateFact.Weight;
import dev.breakwater.rollout.engine.Phase.Advancing;
import dev.breakwater.rollout.engine.Phase.AwaitingApproval;
import dev.breakwater.rollout.engine.Phase.Cancelled;
import dev.breakwater.rollout.engine.Phase.Completed;
import dev.breakwater.rollout.engine.Phase.Draft;
import dev.breakwater.rollout.engine.Phase.Enlisting;
import dev.breakwater.rollout.engine.Phase.Halted;
import dev.breakwater.rollout.engine.Phase.Paused;
import dev.breakwater.rollout.engine.Phase.RolledBack;
import dev.breakwater.rollout.engine.Phase.Rolling;
import dev.breakwater.rollout.engine.Phase.RollingBack;
import dev.breakwater.rollout.engine.Phase.Scheduled;
import dev.breakwater.rollout.engine.Phase.Soaking;
import dev.breakwater.rollout.engine.Phase.Superseded;
import dev.breakwater.rollout.engine.policy.Approvals;
import dev.breakwater.rollout.engine.policy.Budget;
import dev.breakwater.rollout.engine.policy.Clearance;
import dev.breakwater.rollout.engine.policy.Limit;
import dev.breakwater.rollout.engine.policy.Limits;
import dev.breakwater.rollout.engine.policy.OnFailure;
import dev.breakwater.rollout.engine.policy.Policy;
import dev.breakwater.rollout.engine.policy.RollbackPermission;
import dev.breakwater.rollout.engine.policy.RollbackPolicy;
import dev.breakwater.rollout.engine.policy.RollbackScope;
import dev.breakwater.rollout.engine.policy.Spread;
import dev.breakwater.rollout.engine.policy.Trial;
import dev.breakwater.rollout.engine.policy.WavePolicy;
import dev.breakwater.rollout.engine.policy.WaveSize;
import java.time.Duration;
import java.time.Instant;
import java.util.ArrayList;
import java.util.EnumMap;
import java.util.EnumSet;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Set;

/** Rollouts for tests, said in few words: {@code Given.rollout(new Rolling(0), "1 settled, 1 failed", "9 pending")}. */
final class Given {

    static final Instant NOON = Instant.parse("2026-11-23T12:00:00Z");
    static final Duration SOAK = Duration.ofMinutes(10);
    static final Duration DEADLINE = Duration.ofMinutes(30);
    static final Instant SOAKED = NOON.plus(SOAK);
    static final Cause ALICE = new Cause("alice", "because");

    private static final Set<HostState> UNTOUCHED =
            EnumSet.of(HostState.PENDING, HostState.DEFERRED, HostState.OFFERED, HostState.HELD, HostState.SKIPPED);

    private Given() {}

    static WavePolicy wave(String name, String size, String maxFailed) {
        Budget budget = Budget.of(Limit.parse("maxFailed", maxFailed));
        return new WavePolicy(name, WaveSize.parse(size), SOAK, DEADLINE, budget, Clearance.NONE);
    }

    static WavePolicy approved(WavePolicy wave) {
        return new WavePolicy(
                wave.name(), wave.size(), wave.soak(), wave.deadline(), wave.budget(), Clearance.APPROVAL);
    }

    static WavePolicy gated(WavePolicy wave, String... gates) {
        Clearance clearance = new Clearance(List.of(gates), wave.clearance().approval());
        return new WavePolicy(wave.name(), wave.size(), wave.soak(), wave.deadline(), wave.budget(), clearance);
    }

    /** {@code "errors", FAIL}: asked when the soak was over. One that cannot tell, or could not be asked, pauses. */
    static GateFact gate(String name, GateVerdict verdict) {
        boolean pauses = verdict == GateVerdict.INCONCLUSIVE || verdict == GateVerdict.ERROR;
        return new GateFact(name, Weight.COUNTED, new Reading(verdict, pauses, "it says so", SOAKED));
    }

    static GateFact gate(String name, Weight weight, GateVerdict verdict, Instant at) {
        return new GateFact(name, weight, new Reading(verdict, false, "it says so", at));
    }

    /** Every wave hears these. */
    static Rollout hearing(Rollout rollout, GateFact... gates) {
        List<Wave> waves = rollout.waves().stream()
                .map(wave -> wave.hearing(List.of(gates)))
                .toList();
        return new Rollout(rollout.policy(), rollout.phase(), waves);
    }

    static WavePolicy soaking(WavePolicy wave, Duration soak) {
        return new WavePolicy(wave.name(), wave.size(), soak, wave.deadline(), wave.budget(), wave.clearance());
    }

    static Policy policy(OnFailure onFailure, RollbackScope scope, WavePolicy... waves) {
        RollbackPolicy rollback =
                new RollbackPolicy(onFailure, RollbackPermission.ALLOWED, scope, DEADLINE, null, Limit.none());
        return new Policy(
                List.of(waves), Limits.NONE, Spread.NONE, Trial.of(1, Duration.ZERO), Approvals.ONE, rollback);
    }

    /** A canary that may lose none, and the rest, which may lose one. */
    static Policy policy() {
        return policy(OnFailure.ROLLBACK, RollbackScope.ROLLOUT, wave("canary", "2", "0"), wave("rest", "rest", "1"));
    }

    static Rollout rollout(Phase phase, String... counts) {
        return rollout(policy(), phase, counts);
    }

    static Rollout rollout(Policy policy, Phase phase, String... counts) {
        List<Wave> waves = new ArrayList<>();
        for (int i = 0; i < counts.length; i++) {
            waves.add(wave(policy.waves().get(i), i, phase, counts(counts[i])));
        }
        return new Rollout(policy, phase, waves);
    }

    /** {@code "2 settled, 1 rolling_back, 1 owed"}. */
    static Counts counts(String text) {
        Map<HostState, Integer> hosts = new EnumMap<>(HostState.class);
        int owed = 0;
        int stuck = 0;
        for (String part : text.isEmpty() ? new String[0] : text.split(", ", -1)) {
            int count = Integer.parseInt(part.substring(0, part.indexOf(' ')));
            String what = part.substring(part.indexOf(' ') + 1).toUpperCase(Locale.ROOT);
            switch (what) {
                case "OWED" -> owed = count;
                case "STUCK" -> stuck = count;
                default -> hosts.put(HostState.valueOf(what), count);
            }
        }
        int touched = hosts.entrySet().stream()
                .filter(each -> !UNTOUCHED.contains(each.getKey()))
                .mapToInt(Map.Entry::getValue)
                .sum();
        return new Counts(hosts, new Facts(touched, owed, stuck, null, null));
    }

    static Counts stale(String text, Instant since) {
        return new Counts(counts(text).hosts(), new Facts(0, 0, 0, null, since));
    }

    static Counts due(String text, Instant nextDeadline) {
        return new Counts(counts(text).hosts(), new Facts(0, 0, 0, nextDeadline, null));
    }

    /** The hosts that join its last wave have been listed. */
    static Rollout enlisted(Rollout rollout) {
        List<Wave> waves = new ArrayList<>(rollout.waves());
        waves.set(waves.size() - 1, waves.getLast().enlisted(true));
        return new Rollout(rollout.policy(), rollout.phase(), waves);
    }

    static Wave wave(String counts) {
        return wave(wave("canary", "2", "0"), 0, new Rolling(0), counts(counts));
    }

    private static Wave wave(WavePolicy policy, int index, Phase phase, Counts counts) {
        return switch (phase) {
            case Draft _, Scheduled _ -> pending(policy, counts);
            case Advancing advancing -> advancing(policy, index, advancing, counts);
            case Paused paused -> wave(policy, index, paused.resume(), counts);
            case RollingBack back -> stopped(policy, index, back.wave(), Directive.ROLLBACK, counts);
            case Halted halted -> stopped(policy, index, halted.wave(), Directive.WAIT, counts);
            case Completed _ -> new Wave(policy, WaveState.PASSED, Directive.OFFER, counts, NOON, null);
            case RolledBack _ -> new Wave(policy, WaveState.ROLLED_BACK, Directive.ROLLBACK, counts, NOON, null);
            case Cancelled _, Superseded _ -> new Wave(policy, WaveState.SKIPPED, Directive.DONE, counts, NOON, null);
        };
    }

    private static Wave pending(WavePolicy policy, Counts counts) {
        return new Wave(policy, WaveState.PENDING, Directive.WAIT, counts, null, null);
    }

    private static Wave advancing(WavePolicy policy, int index, Advancing phase, Counts counts) {
        if (index > phase.wave() || (index == phase.wave() && phase instanceof Enlisting)) {
            return pending(policy, counts);
        }
        WaveState current = switch (phase) {
            case Enlisting _ -> WaveState.PENDING;
            case Rolling _ -> WaveState.OPEN;
            case Soaking _, AwaitingApproval _ -> WaveState.SOAKING;
        };
        WaveState state = index < phase.wave() ? WaveState.PASSED : current;
        return new Wave(policy, state, Directive.OFFER, counts, NOON, null);
    }

    private static Wave stopped(WavePolicy policy, int index, int wave, Directive directive, Counts counts) {
        if (index > wave) {
            return pending(policy, counts);
        }
        WaveState state = index < wave ? WaveState.PASSED : WaveState.FAILED;
        return new Wave(policy, state, directive, counts, NOON, null);
    }
}
