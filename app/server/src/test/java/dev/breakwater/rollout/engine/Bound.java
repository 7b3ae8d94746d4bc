package dev.breakwater.rollout.engine;

import static dev.breakwater.rollout.engine.Given.NOON;
import static dev.breakwater.rollout.engine.Given.SOAKED;

import dev.breakwater.rollout.engine.Phase.AwaitingApproval;
import dev.breakwater.rollout.engine.Phase.Draft;
import dev.breakwater.rollout.engine.Phase.Halted;
import dev.breakwater.rollout.engine.Phase.PauseReason;
import dev.breakwater.rollout.engine.Phase.Paused;
import dev.breakwater.rollout.engine.Phase.Rolling;
import dev.breakwater.rollout.engine.Phase.Scheduled;
import dev.breakwater.rollout.engine.Phase.Soaking;
import dev.breakwater.rollout.engine.policy.Approvals;
import dev.breakwater.rollout.engine.policy.OnFailure;
import dev.breakwater.rollout.engine.policy.Policy;
import dev.breakwater.rollout.engine.policy.RollbackPermission;
import dev.breakwater.rollout.engine.policy.RollbackPolicy;
import dev.breakwater.rollout.engine.policy.RollbackScope;
import java.time.Duration;
import java.time.Instant;
import java.util.ArrayList;
import java.util.List;
import java.util.Set;

/** Rollouts bound by what others decide: people who approve, rollouts they wait for, generations that cannot go back. */
final class Bound {

    static final Duration VALID = Duration.ofDays(1);
    static final Dependency RUNNING = dependency("dev", "ROLLING", false, null);
    static final Dependency COMPLETED = dependency("dev", "COMPLETED", true, NOON);
    static final Dependency LOST = dependency("dev", "ROLLED_BACK", true, null);

    private Bound() {}

    static Dependency dependency(String name, String phase, boolean over, Instant completedAt) {
        return new Dependency("id of " + name, name, phase, over, completedAt, Given.SOAK);
    }

    static Outside after(Dependency... dependencies) {
        return new Outside(Consent.NONE, List.of(dependencies));
    }

    /** Dora drafted it; who else has approved wave 0, and until when it counts. */
    static Outside approvedBy(Instant expiresAt, String... actors) {
        List<Approval> given = new ArrayList<>();
        for (String actor : actors) {
            given.add(new Approval(0, actor, expiresAt));
        }
        return new Outside(new Consent(given, Set.of("dora")), List.of());
    }

    /** So many of those named must approve the canary. */
    static Policy approving(int required, String... from) {
        Policy policy = Given.policy(
                OnFailure.ROLLBACK,
                RollbackScope.ROLLOUT,
                Given.approved(Given.wave("canary", "2", "0")),
                Given.wave("rest", "rest", "1"));
        Approvals approvals = new Approvals(required, List.of(from), VALID);
        return new Policy(
                policy.waves(), policy.limits(), policy.spread(), policy.trial(), approvals, policy.rollback());
    }

    static Policy returning(RollbackPermission permission) {
        Policy policy = Given.policy();
        RollbackPolicy back = policy.rollback();
        RollbackPolicy bound = new RollbackPolicy(
                back.onFailure(), permission, back.scope(), back.deadline(), back.maxUnavailable(), back.maxFailed());
        return new Policy(policy.waves(), policy.limits(), policy.spread(), policy.trial(), policy.approvals(), bound);
    }

    /** A quarantine meets the rollout. */
    static Rollout barred(Phase phase, String... counts) {
        return Given.rollout(phase, counts).amid(new Outside(Consent.NONE, List.of(), "v2 is quarantined."));
    }

    static List<Rollout> rollouts() {
        List<Rollout> rollouts = new ArrayList<>();
        for (Phase phase : List.of(
                new Scheduled(NOON),
                new Paused(new Scheduled(NOON), PauseReason.MANUAL, ""),
                new Rolling(0),
                new Soaking(0, SOAKED),
                new AwaitingApproval(0),
                new Paused(new Rolling(0), PauseReason.MANUAL, ""),
                new Halted(0, false, "quarantined"))) {
            rollouts.add(barred(phase, "2 settled", "9 pending"));
        }
        for (Dependency dependency : List.of(RUNNING, COMPLETED, LOST)) {
            for (Phase phase : List.of(
                    new Draft(),
                    new Scheduled(NOON),
                    new Paused(new Scheduled(NOON), PauseReason.DEPENDENCY, "lost"),
                    new Paused(new Scheduled(NOON), PauseReason.MANUAL, ""))) {
                rollouts.add(Given.rollout(phase, "2 pending", "9 pending").amid(after(dependency)));
            }
        }
        for (Phase phase : List.of(new AwaitingApproval(0), new Rolling(1))) {
            for (Outside outside :
                    List.of(approvedBy(SOAKED), approvedBy(SOAKED, "alice"), approvedBy(SOAKED, "bob"))) {
                rollouts.add(Given.rollout(approving(2), phase, "2 settled", "9 pending")
                        .amid(outside));
            }
        }
        for (RollbackPermission permission : RollbackPermission.values()) {
            rollouts.add(Given.rollout(returning(permission), new Rolling(0), "2 failed", "9 pending"));
            rollouts.add(Given.rollout(returning(permission), new Halted(0, false, "w"), "2 failed", "9 pending"));
        }
        return rollouts;
    }
}
