package dev.breakwater.rollout.gate;

import java.time.Instant;
import java.util.UUID;
import org.jspecify.annotations.Nullable;

/** What is asked of a gate, under an id of its own that a repeated question keeps. {@code openedAt} is null before the start. */
record Question(UUID id, Subject subject, Definition gate, Instant at) {

    record Subject(
            UUID rollout,
            String rolloutName,
            int wave,
            String waveName,
            String generation,
            @Nullable Instant openedAt) {}

    /** Since the wave opened; at least a second, for the sake of range selectors. */
    long secondsOpen() {
        var opened = subject.openedAt();
        return opened == null ? 1 : Math.max(1, at.getEpochSecond() - opened.getEpochSecond());
    }
}
