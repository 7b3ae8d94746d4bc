package dev.breakwater.rollout.engine;

import dev.breakwater.rollout.engine.Phase.PauseReason;
import java.time.Instant;
import java.util.UUID;
import org.jspecify.annotations.Nullable;

/** What a rollout is told: that time or its hosts have moved, or a person's verb. */
public sealed interface Event {

    /** The rows were read again: counts or time have changed. */
    record Tick() implements Event {}

    /** A verb, with who said it and why. */
    sealed interface Verb extends Event {
        Cause cause();
    }

    record Start(@Nullable Instant notBefore, Cause cause) implements Verb {}

    /** Set or move the start. */
    record Schedule(Instant notBefore, Cause cause) implements Verb {}

    record Pause(PauseReason reason, Cause cause) implements Verb {}

    record Resume(Cause cause) implements Verb {}

    /** Skip what remains of the soak, or the wait for hosts that are all offline. */
    record Promote(Cause cause) implements Verb {}

    record Approve(Cause cause) implements Verb {}

    record Reject(Cause cause) implements Verb {}

    record Halt(Cause cause) implements Verb {}

    record RollBack(Cause cause) implements Verb {}

    /** Try what failed again: the failed wave's lost hosts, or a rollback that failed. */
    record Retry(Cause cause) implements Verb {}

    /** {@code state}: where the host stands now. */
    record SkipHost(UUID host, HostState state, Cause cause) implements Verb {}

    record Cancel(Cause cause) implements Verb {}

    record Supersede(Cause cause) implements Verb {}
}
