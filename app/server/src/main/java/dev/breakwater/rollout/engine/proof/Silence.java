package dev.breakwater.rollout.engine.proof;

import dev.breakwater.rollout.engine.HostState;
import java.time.Duration;
import java.time.Instant;
import java.util.Optional;

/**
 * When a host's silence becomes an answer. Each state runs from another moment, which the shell keeps beside the host:
 * <ul>
 *   <li>OFFERED: from its offer, and anew from every word it says under its epoch. A host kept waiting by a limit, a window or a freeze
 *       goes on asking, so it never turns silent; one that died after staging does.
 *   <li>CLAIMED: from its granted claim, or from the report that put a settled host in doubt. Words do not extend it, only proof ends it.
 *   <li>SETTLED: from its last report, for as long as its wave is open or soaks.
 *   <li>ROLLING_BACK: from the moment its wave was taken back. Past it the host is owed, not silent.
 * </ul>
 */
public final class Silence {

    private Silence() {}

    public static Optional<Instant> after(HostState standing, Instant since, Duration deadline) {
        return switch (standing) {
            case OFFERED, CLAIMED, SETTLED, ROLLING_BACK -> Optional.of(since.plus(deadline));
            case PENDING, DEFERRED, FAILED, SILENT, ROLLED_BACK, SKIPPED, HELD -> Optional.empty();
        };
    }
}
