package dev.breakwater.rollout.gate;

import dev.breakwater.rollout.engine.GateVerdict;
import java.time.Instant;
import org.jspecify.annotations.Nullable;

/** What a gate said when somebody tried it. Nothing hangs on it. */
record GateTrial(
        Instant at,
        GateVerdict verdict,
        String why,
        @Nullable Double value,
        @Nullable String query,
        @Nullable String link,
        @Nullable String raw) {

    static GateTrial of(Instant at, Reply reply) {
        return switch (reply) {
            case Finding found -> {
                var proof = found.proof();
                yield new GateTrial(
                        at, found.verdict(), found.why(), proof.value(), proof.query(), proof.link(), proof.raw());
            }
            case Reply.Later _ ->
                of(
                        at,
                        Finding.of(
                                GateVerdict.NO_DATA,
                                "the webhook accepted the question and answers later; a trial does not wait for it",
                                Finding.Proof.NONE));
        };
    }
}
