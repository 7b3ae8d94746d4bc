package dev.breakwater.rollout.gate;

import dev.breakwater.rollout.engine.GateVerdict;
import java.time.Duration;
import org.jspecify.annotations.Nullable;

/** A gate's answer, and what it rests on. */
record Finding(
        GateVerdict verdict,
        String why,
        Proof proof,
        @Nullable Duration retryAfter) implements Reply {
    private static final int LONGEST_WHY = 500;
    private static final int LONGEST_RAW = 16_000;
    private static final int LONGEST_LINK = 2_000;

    /** {@code query}: as evaluated. {@code link}: where a person can look. {@code raw}: the answer as received, its beginning. */
    record Proof(
            @Nullable Double value,
            @Nullable String query,
            @Nullable String link,
            @Nullable String raw) {
        static final Proof NONE = new Proof(null, null, null, null);

        Proof {
            raw = raw == null || raw.length() <= LONGEST_RAW ? raw : raw.substring(0, LONGEST_RAW);
            raw = raw == null ? null : raw.replace("\0", "");
            link = link == null || link.length() > LONGEST_LINK ? null : link;
            value = value == null || !Double.isFinite(value) ? null : value;
        }
    }

    Finding {
        why = why.length() <= LONGEST_WHY ? why : why.substring(0, LONGEST_WHY);
        why = why.replace("\0", "");
    }

    static Finding of(GateVerdict verdict, String why, Proof proof) {
        return new Finding(verdict, why, proof, null);
    }

    static Finding error(String why) {
        return new Finding(GateVerdict.ERROR, why, Proof.NONE, null);
    }
}
