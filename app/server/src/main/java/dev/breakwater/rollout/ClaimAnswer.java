package dev.breakwater.rollout;

import java.time.Duration;

/** The answer to a host's last question before it switches. */
public sealed interface ClaimAnswer {
    /** Switch now. */
    record Granted() implements ClaimAnswer {}

    /** Stay staged and ask again. */
    record NotNow(String code, String why, Duration retryAfter) implements ClaimAnswer {}

    /** Do not switch: the offer is gone. */
    record Withdrawn(String code, String why) implements ClaimAnswer {}
}
