package dev.breakwater.fleetsim;

import java.time.Duration;
import java.util.List;
import java.util.Optional;
import org.jspecify.annotations.Nullable;

/** The four calls of a host. Throws {@link Refused} when the server says no, {@link Unreachable} when it says nothing. */
interface AgentApi {
    Enrolled enroll(String enrollmentToken, Identity identity, Machine machine);

    /** Waits for news no longer than told; empty when there is nothing new since the entity tag. */
    Optional<Polled> desired(String credential, @Nullable String etag, Duration wait);

    /** Any answer is an answer here: 200 switch, 429 later, 409 no more. */
    Answer claim(String credential, long epoch);

    /** Returns how long to wait until the next poll. */
    Duration report(String credential, Report report);

    /** A changed desired state and its entity tag. */
    record Polled(Desired desired, @Nullable String etag) {}

    /** What a host says about itself. */
    record Report(long epoch, Phase phase, Machine machine, boolean well, String message, List<String> drift) {}
}
