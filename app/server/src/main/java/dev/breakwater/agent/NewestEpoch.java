package dev.breakwater.agent;

import java.util.Objects;
import java.util.OptionalLong;
import java.util.stream.Stream;
import org.jspecify.annotations.Nullable;

/**
 * The newest epoch a host has acted under: the one it names, or the one it keeps and says in a header with every claim and report. One that
 * the database has never given shows that it was restored to an earlier state.
 */
final class NewestEpoch {
    static final String HEADER = "Breakwater-Epoch";

    private NewestEpoch() {}

    static OptionalLong of(@Nullable Long named, @Nullable Long acted) {
        return Stream.<@Nullable Long>of(named, acted)
                .filter(Objects::nonNull)
                .mapToLong(Long::longValue)
                .filter(epoch -> epoch > 0)
                .max();
    }
}
