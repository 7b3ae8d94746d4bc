package dev.breakwater.host;

import java.time.Instant;
import java.time.OffsetDateTime;
import java.time.ZoneOffset;
import org.jspecify.annotations.Nullable;

/** The driver takes moments with an offset only. */
final class Moments {
    private Moments() {}

    static OffsetDateTime utc(Instant moment) {
        return moment.atOffset(ZoneOffset.UTC);
    }

    static @Nullable OffsetDateTime utcOrNull(@Nullable Instant moment) {
        return moment == null ? null : utc(moment);
    }
}
