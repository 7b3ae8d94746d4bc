package dev.breakwater.agent;

import com.fasterxml.jackson.annotation.JsonIgnore;
import dev.breakwater.host.HostReport.Check;
import dev.breakwater.identity.Secrets;
import dev.breakwater.rollout.Desired;
import java.util.HexFormat;
import java.util.List;
import org.jspecify.annotations.Nullable;

/** The body of {@code GET /agent/v1/desired}. */
record DesiredState(
        long epoch,
        Desired.Action action,
        @Nullable String generation,
        @Nullable String ref,
        @Nullable String rollbackRef,
        Desired.Mode mode,
        @Nullable Long deadlineSeconds,
        List<Check> checks,
        long pollSeconds) {
    private static final int ETAG_BYTES = 12;

    static DesiredState of(Desired desired, long pollSeconds) {
        return new DesiredState(
                desired.epoch(),
                desired.action(),
                desired.generation(),
                desired.ref(),
                desired.rollbackRef(),
                desired.mode(),
                desired.deadlineSeconds(),
                List.of(),
                pollSeconds);
    }

    /** Strong: over every field, alike on every replica. */
    @JsonIgnore
    String etag() {
        return '"' + HexFormat.of().formatHex(Secrets.sha256(toString()), 0, ETAG_BYTES) + '"';
    }
}
