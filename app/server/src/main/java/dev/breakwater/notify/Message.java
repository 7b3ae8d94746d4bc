package dev.breakwater.notify;

import com.fasterxml.jackson.annotation.JsonInclude;
import io.swagger.v3.oas.annotations.media.Schema;
import java.time.Instant;
import java.util.UUID;
import org.jspecify.annotations.Nullable;

/** What the event stream tells of an event. */
@Schema(name = "Event")
@JsonInclude(JsonInclude.Include.NON_NULL)
record Message(
        String type,
        Instant at,
        String subject,
        @Nullable UUID rolloutId,
        @Nullable UUID hostId,
        @Nullable String wave,
        String message) {}
