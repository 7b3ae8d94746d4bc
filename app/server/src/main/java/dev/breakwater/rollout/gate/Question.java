package dev.breakwater.rollout.gate;

import java.net.URI;
import java.time.Instant;
import java.util.UUID;
import org.jspecify.annotations.Nullable;

/**
 * What is asked of a gate, under an id of its own that a repeated question keeps. {@code openedAt} is null before the start.
 *
 * @param callback where who needs time may answer later
 * @param trial a person tries the gate: nothing hangs on the answer
 */
record Question(
        UUID id,
        Subject subject,
        Definition gate,
        Instant at,
        @Nullable Callback callback,
        boolean trial) {

    record Subject(
            UUID rollout,
            String rolloutName,
            int wave,
            String waveName,
            String generation,
            @Nullable Instant openedAt) {}

    record Callback(URI url, Instant expiresAt) {}

    Question(UUID id, Subject subject, Definition gate, Instant at) {
        this(id, subject, gate, at, null, false);
    }

    Question with(Callback address) {
        return new Question(id, subject, gate, at, address, trial);
    }

    /** Since the wave opened; at least a second, for the sake of range selectors. */
    long secondsOpen() {
        var opened = subject.openedAt();
        return opened == null ? 1 : Math.max(1, at.getEpochSecond() - opened.getEpochSecond());
    }
}
