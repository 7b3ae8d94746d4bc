package dev.breakwater.rollout.engine;

import dev.breakwater.rollout.engine.Phase.Advancing;
import dev.breakwater.rollout.engine.Phase.Draft;
import dev.breakwater.rollout.engine.Phase.Ended;
import dev.breakwater.rollout.engine.Phase.Halted;
import dev.breakwater.rollout.engine.Phase.Paused;
import dev.breakwater.rollout.engine.Phase.RollingBack;
import dev.breakwater.rollout.engine.Phase.Scheduled;
import dev.breakwater.rollout.engine.Phase.Soaking;
import dev.breakwater.rollout.engine.evidence.Tally;
import dev.breakwater.rollout.engine.policy.Policy;
import java.time.Instant;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.OptionalInt;
import org.jspecify.annotations.Nullable;

/** All that a decision may depend on, but for the event and the time. Immutable. */
public record Rollout(Policy policy, Phase phase, List<Wave> waves, Outside outside) {

    public Rollout {
        waves = List.copyOf(waves);
        if (waves.size() != policy.waves().size()) {
            throw new IllegalArgumentException(
                    waves.size() + " waves under a policy of " + policy.waves().size());
        }
    }

    /** One that depends on nobody's approval and on no other rollout. */
    public Rollout(Policy policy, Phase phase, List<Wave> waves) {
        this(policy, phase, waves, Outside.NONE);
    }

    /** A rollout whose plan has so many hosts in each wave. */
    public static Rollout draft(Policy policy, List<Integer> hosts) {
        List<Wave> waves = new ArrayList<>();
        for (int i = 0; i < hosts.size(); i++) {
            waves.add(Wave.pending(policy.waves().get(i), hosts.get(i)));
        }
        return new Rollout(policy, new Draft(), waves);
    }

    /** The same rollout, its hosts counted again. */
    public Rollout counting(List<Counts> counts) {
        List<Wave> counted = new ArrayList<>();
        for (int i = 0; i < waves.size(); i++) {
            counted.add(waves.get(i).counting(counts.get(i)));
        }
        return new Rollout(policy, phase, counted, outside);
    }

    public Rollout amid(Outside outside) {
        return new Rollout(policy, phase, waves, outside);
    }

    /** The same rollout, with what the gates of its waves said last. */
    public Rollout hearing(Map<Integer, List<GateFact>> gates) {
        List<Wave> heard = new ArrayList<>();
        for (int i = 0; i < waves.size(); i++) {
            heard.add(waves.get(i).hearing(gates.getOrDefault(i, List.of())));
        }
        return new Rollout(policy, phase, heard, outside);
    }

    public OptionalInt currentWave() {
        return waveOf(phase);
    }

    public @Nullable Instant soakUntil(int wave) {
        return phase instanceof Soaking(int soaking, Instant until) && soaking == wave ? until : null;
    }

    /** Whether the claims of hosts under {@link Directive#OFFER} or {@link Directive#ROLLBACK} may be granted now. */
    public boolean grantsClaims() {
        return switch (phase) {
            case Draft _, Scheduled _, Paused _, Halted _ -> false;
            case Advancing _, RollingBack _, Ended _ -> true;
        };
    }

    /** All that its hosts have shown so far, in every wave. */
    public Tally tally() {
        return waves.stream().map(wave -> wave.counts().tally()).reduce(Tally.NONE, Tally::plus);
    }

    int hosts() {
        return waves.stream().mapToInt(wave -> wave.counts().total()).sum();
    }

    private static OptionalInt waveOf(Phase phase) {
        return switch (phase) {
            case Draft _, Scheduled _, Ended _ -> OptionalInt.empty();
            case Advancing advancing -> OptionalInt.of(advancing.wave());
            case Paused paused -> waveOf(paused.resume());
            case RollingBack back -> OptionalInt.of(back.wave());
            case Halted halted -> OptionalInt.of(halted.wave());
        };
    }
}
