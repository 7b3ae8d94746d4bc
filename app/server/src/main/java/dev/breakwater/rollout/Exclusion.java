package dev.breakwater.rollout;

import dev.breakwater.generation.Generation;
import dev.breakwater.rollout.store.CandidateStore.CandidateRow;
import java.util.Optional;
import org.jspecify.annotations.Nullable;

/** Why a host that the selector matches takes no part. */
final class Exclusion {
    private Exclusion() {}

    static Optional<String> of(CandidateRow host, Generation generation) {
        if (!host.platform().equals(generation.platform().wire())) {
            return Optional.of("is on another platform: " + host.platform());
        }
        if (!host.reported() || host.currentRef() == null) {
            return Optional.of("has never reported what it runs");
        }
        if (host.holdReason() != null) {
            return Optional.of("is held: " + host.holdReason());
        }
        return host.lastGoodRef() == null ? Optional.of("has no last good generation to return to") : Optional.empty();
    }

    static Optional<String> runs(CandidateRow host, @Nullable String to, Generation generation) {
        var runs = to != null && to.equals(host.currentRef());
        var booted = !generation.platform().needsBoot() || (to != null && to.equals(host.bootedRef()));
        return runs && booted ? Optional.of("runs it already") : Optional.empty();
    }
}
