package dev.breakwater.rollout.profile;

import java.time.Instant;
import java.util.UUID;

/** A profile in one of its versions. */
record Profile(
        UUID id,
        String name,
        int version,
        boolean builtIn,
        String description,
        Terms terms,
        Instant createdAt,
        String createdBy,
        Instant changedAt,
        String changedBy,
        long revision) {

    String title() {
        return name + "@" + version;
    }
}
