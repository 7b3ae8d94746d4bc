package dev.breakwater.rollout.engine;

import java.time.Instant;

/** One person's yes to a wave. Counts until it expires. */
public record Approval(int wave, String actor, Instant expiresAt) {

    boolean stands(Instant now) {
        return now.isBefore(expiresAt);
    }
}
