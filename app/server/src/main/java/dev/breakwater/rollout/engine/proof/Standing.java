package dev.breakwater.rollout.engine.proof;

import dev.breakwater.rollout.engine.Directive;
import dev.breakwater.rollout.engine.HostState;

/**
 * Where a host stands under its wave's directive, whatever its row still says: a directive is one row for all hosts of a wave, and a host's
 * own row is not rewritten before it reports. SQL that counts hosts must derive the same.
 */
public final class Standing {

    private Standing() {}

    public static HostState of(HostState stored, boolean touched, Directive directive) {
        return switch (directive) {
            case WAIT -> withdrawn(stored);
            case OFFER -> stored == HostState.PENDING ? HostState.OFFERED : stored;
            case ROLLBACK -> takenBack(stored, touched);
            case DONE -> over(stored);
        };
    }

    private static HostState withdrawn(HostState stored) {
        return stored == HostState.OFFERED ? HostState.PENDING : stored;
    }

    private static HostState takenBack(HostState stored, boolean touched) {
        return switch (stored) {
            case PENDING, DEFERRED, OFFERED, SKIPPED -> touched ? HostState.ROLLING_BACK : HostState.SKIPPED;
            case CLAIMED, SETTLED, ROLLING_BACK -> HostState.ROLLING_BACK;
            case FAILED, SILENT -> touched ? HostState.ROLLING_BACK : stored;
            case ROLLED_BACK, HELD -> stored;
        };
    }

    private static HostState over(HostState stored) {
        return switch (stored) {
            case PENDING, DEFERRED, OFFERED -> HostState.SKIPPED;
            case CLAIMED, SETTLED, FAILED, SILENT, ROLLING_BACK, ROLLED_BACK, SKIPPED, HELD -> stored;
        };
    }
}
