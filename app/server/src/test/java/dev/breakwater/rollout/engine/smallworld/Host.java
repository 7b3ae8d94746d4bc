package dev.breakwater.rollout.engine.smallworld;

import dev.breakwater.rollout.engine.Directive;
import dev.breakwater.rollout.engine.HostState;
import dev.breakwater.rollout.engine.proof.ProofResult;
import dev.breakwater.rollout.engine.proof.Standing;
import java.util.Comparator;

/**
 * A host: its row in the plan, and the machine itself, which runs the old or the new generation and may hold a granted claim that it has
 * not used yet, however late. That a machine has died needs no telling: it is one that says nothing more.
 */
record Host(
        HostState stored,
        boolean touched,
        boolean deferred,
        boolean rollbackFailed,
        boolean owed,
        int streak,
        boolean runsNew,
        boolean granted) {

    static final Comparator<Host> ORDER = Comparator.comparing(Host::stored)
            .thenComparing(Host::runsNew)
            .thenComparing(host -> host.granted())
            .thenComparing(Host::touched)
            .thenComparing(host -> host.deferred())
            .thenComparing(Host::rollbackFailed)
            .thenComparing(Host::owed)
            .thenComparingInt(Host::streak);

    static Host fresh() {
        return new Host(HostState.PENDING, false, false, false, false, 0, false, false);
    }

    HostState standing(Directive directive) {
        HostState standing = Standing.of(stored, touched, directive);
        return standing == HostState.OFFERED && deferred ? HostState.DEFERRED : standing;
    }

    Host running(boolean runsNew) {
        return new Host(stored, touched, deferred, rollbackFailed, owed, streak, runsNew, false);
    }

    Host granted(boolean granted) {
        return new Host(stored, touched, deferred, rollbackFailed, owed, streak, runsNew, granted);
    }

    Host standing(HostState state, boolean touched) {
        return new Host(state, touched, deferred, rollbackFailed, owed, streak, runsNew, granted);
    }

    Host deferred(boolean deferred) {
        return new Host(stored, touched, deferred, rollbackFailed, owed, streak, runsNew, granted);
    }

    Host owing(boolean owed) {
        return new Host(stored, touched, deferred, rollbackFailed, owed, streak, runsNew, granted);
    }

    /** As the real proof weighed it. OFFERED is not stored: it is what PENDING means under an offer. */
    Host weighed(ProofResult result) {
        HostState state = result.next() == HostState.OFFERED ? HostState.PENDING : result.next();
        boolean owing = owed && state == HostState.ROLLING_BACK;
        return new Host(
                state,
                result.touched(),
                deferred,
                result.rollbackFailed(),
                owing,
                result.healthyStreak(),
                runsNew,
                granted);
    }

    Host skipped() {
        return new Host(HostState.SKIPPED, touched, deferred, rollbackFailed, owed, 0, runsNew, granted);
    }

    Host retried(Directive directive) {
        if (directive == Directive.ROLLBACK) {
            return new Host(stored, touched, deferred, false, false, 0, runsNew, granted);
        }
        boolean lost = stored == HostState.FAILED || stored == HostState.SILENT;
        HostState again = touched ? HostState.CLAIMED : HostState.PENDING;
        return lost ? new Host(again, touched, deferred, rollbackFailed, owed, 0, runsNew, granted) : this;
    }
}
