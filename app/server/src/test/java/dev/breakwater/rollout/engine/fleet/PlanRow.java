package dev.breakwater.rollout.engine.fleet;

import dev.breakwater.rollout.engine.Directive;
import dev.breakwater.rollout.engine.HostState;
import dev.breakwater.rollout.engine.proof.HostTurn;
import dev.breakwater.rollout.engine.proof.ProofResult;
import dev.breakwater.rollout.engine.proof.Standing;
import dev.breakwater.rollout.engine.proof.Target;
import java.time.Instant;
import java.util.UUID;

/** A host's row in the plan, as the database keeps it. */
final class PlanRow {

    final UUID id;
    final Machine machine;
    final int wave;
    HostState stored = HostState.PENDING;
    boolean touched;
    boolean deferred;
    boolean rollbackFailed;
    boolean held;
    boolean deleted;
    int streak;
    /** From when its present deadline runs. */
    Instant since;

    Instant reportedAt;

    PlanRow(UUID id, Machine machine, int wave, Instant now) {
        this.id = id;
        this.machine = machine;
        this.wave = wave;
        this.since = now;
        this.reportedAt = now;
    }

    HostState standing(Directive directive) {
        HostState standing = Standing.of(stored, touched, directive);
        if (standing != HostState.PENDING && standing != HostState.OFFERED) {
            return standing;
        }
        if (deleted || held) {
            return deleted ? HostState.SKIPPED : HostState.HELD;
        }
        return standing == HostState.OFFERED && deferred ? HostState.DEFERRED : standing;
    }

    HostTurn turn() {
        Target target = new Target(machine.newRef(), machine.oldRef(), false);
        return new HostTurn(stored, touched, target, null, streak, rollbackFailed);
    }

    /** Any word keeps an offer alive; a settled host is heard; one that was put in doubt gets its time anew. */
    boolean apply(ProofResult result, Directive directive, Instant now) {
        HostState before = standing(directive);
        boolean failedBefore = rollbackFailed;
        stored = result.next() == HostState.OFFERED ? HostState.PENDING : result.next();
        touched = result.touched();
        streak = result.healthyStreak();
        rollbackFailed = result.rollbackFailed();
        HostState after = standing(directive);
        if (after != before || after == HostState.OFFERED || after == HostState.SETTLED) {
            since = now;
        }
        reportedAt = now;
        return after != before || rollbackFailed != failedBefore;
    }

    void claim(Instant now) {
        if (stored != HostState.CLAIMED) {
            since = now;
        }
        stored = HostState.CLAIMED;
        touched = true;
    }

    /** When it is released its offer begins anew. */
    void hold(boolean on, Instant now) {
        held = on;
        since = now;
    }

    /** By a person's word: nothing more is offered to it, and it is not judged. */
    void skip() {
        stored = HostState.SKIPPED;
        streak = 0;
    }

    void join(Instant now) {
        since = now;
        reportedAt = now;
    }

    void delete() {
        deleted = true;
        machine.die();
    }

    void retry(Directive directive, Instant now) {
        if (directive == Directive.ROLLBACK) {
            rollbackFailed = false;
        } else if (stored == HostState.FAILED || stored == HostState.SILENT) {
            stored = touched ? HostState.CLAIMED : HostState.PENDING;
            streak = 0;
        }
        since = now;
    }
}
