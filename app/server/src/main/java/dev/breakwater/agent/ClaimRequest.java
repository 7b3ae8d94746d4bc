package dev.breakwater.agent;

import dev.breakwater.web.InvalidField;
import org.jspecify.annotations.Nullable;

/** The body of {@code POST /agent/v1/claims}: the epoch of the offer that the host would follow. */
record ClaimRequest(@Nullable Long epoch) {
    long requireEpoch() {
        if (epoch == null || epoch < 1) {
            throw new InvalidField("/epoch", "must be the epoch of the offer, 1 or more");
        }
        return epoch;
    }
}
