package dev.breakwater.notify;

import com.fasterxml.jackson.annotation.JsonInclude;
import java.time.Instant;
import java.util.UUID;
import org.jspecify.annotations.Nullable;

/** What the event stream tells of an event. */
@JsonInclude(JsonInclude.Include.NON_NULL)
record Message(
        String type,
        Instant at,
        String subject,
        @Nullable UUID rolloutId,
        @Nullable UUID hostId,
        @Nullable String wave,
        String message) {}
