package dev.breakwater.rollout.engine;

import static dev.breakwater.rollout.engine.Given.SOAKED;

import dev.breakwater.rollout.engine.Phase.AwaitingApproval;
import dev.breakwater.rollout.engine.Phase.Enlisting;
import dev.breakwater.rollout.engine.Phase.Halted;
import dev.breakwater.rollout.engine.Phase.Pausable;
import dev.breakwater.rollout.engine.Phase.PauseReason;
import dev.breakwater.rollout.engine.Phase.Paused;
import dev.breakwater.rollout.engine.Phase.Rolling;
import dev.breakwater.rollout.engine.Phase.Soaking;
import dev.breakwater.rollout.engine.policy.OnFailure;
import dev.breakwater.rollout.engine.policy.Policy;
import dev.breakwater.rollout.engine.policy.RollbackScope;
import java.util.ArrayList;
import java.util.List;

/** Rollouts of a canary and the rest that newcomers join. */
final class Joined {

    static final int NEWCOMERS = 2;

    private Joined() {}

    static Policy policy(OnFailure onFailure) {
        return Given.policy(
                        onFailure,
                        RollbackScope.ROLLOUT,
                        Given.wave("canary", "2", "0"),
                        Given.wave("rest", "rest", "1"))
                .joinedByNewcomers();
    }

    static Policy approved() {
        return Given.policy(
                        OnFailure.ROLLBACK,
                        RollbackScope.ROLLOUT,
                        Given.wave("canary", "2", "0"),
                        Given.approved(Given.wave("rest", "rest", "1")))
                .joinedByNewcomers();
    }

    static Rollout rollout(Phase phase, String... counts) {
        return Given.rollout(policy(OnFailure.ROLLBACK), phase, counts);
    }

    /** Nobody is listed yet, nobody has come, two have; well, and with a canary that has fallen back since. */
    static List<Rollout> rollouts() {
        List<Rollout> rollouts = new ArrayList<>();
        for (OnFailure onFailure : OnFailure.values()) {
            for (String canary : List.of("2 settled", "2 failed")) {
                rollouts.addAll(listing(policy(onFailure), canary));
            }
        }
        for (Policy policy : List.of(policy(OnFailure.HALT), approved())) {
            for (Pausable phase : List.of(new Rolling(1), new Soaking(1, SOAKED), new AwaitingApproval(1))) {
                rollouts.add(Given.rollout(policy, phase, "2 settled", "2 settled", ""));
            }
        }
        rollouts.add(rollout(new Rolling(1), "2 settled", "2 skipped", ""));
        rollouts.add(halted());
        return rollouts;
    }

    /** A person halted it before the wave of newcomers opened. */
    static Rollout halted() {
        Rollout listing = rollout(new Enlisting(NEWCOMERS), "2 settled", "2 settled", "");
        List<Wave> waves = new ArrayList<>(listing.waves());
        waves.replaceAll(wave -> wave.under(Directive.WAIT));
        waves.set(NEWCOMERS, waves.get(NEWCOMERS).in(WaveState.FAILED));
        return new Rollout(listing.policy(), new Halted(NEWCOMERS, false, "halted"), waves);
    }

    private static List<Rollout> listing(Policy policy, String canary) {
        Enlisting phase = new Enlisting(NEWCOMERS);
        Paused paused = new Paused(phase, PauseReason.MANUAL, "");
        return List.of(
                Given.rollout(policy, phase, canary, "2 settled", ""),
                Given.enlisted(Given.rollout(policy, phase, canary, "2 settled", "")),
                Given.enlisted(Given.rollout(policy, phase, canary, "2 settled", "2 pending")),
                Given.rollout(policy, paused, canary, "2 settled", ""));
    }
}
